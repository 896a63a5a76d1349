import { formatScript } from '../narration/format-script.ts';
import { planNarration } from '../narration/plan-narration.ts';
import { wordChapter, type WordedScript } from '../narration/word-chapter.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** What is spoken, chapter by chapter: first what is said of each thing, then word by word how. */
export async function planBook(build: TextBuild, { publication, book }: Reading): Promise<WordedScript> {
  const { settings, metadata, lexicon } = publication;
  const { code, notes, quotationVoice } = settings.narration;
  const chapters = await Promise.all(
    book.chapters.map(async (chapter) => {
      const label = { label: chapter.title };
      const script = await build.step(
        planNarration,
        {
          chapter,
          language: book.language,
          settings: { code, notes, ...(quotationVoice !== undefined && { quotationVoice }) },
          narrator: metadata.narrator,
        },
        label,
      );
      return build.step(wordChapter, { chapter: script, lexicon }, label);
    }),
  );
  return { chapters };
}

/** The script as a file to read and review. */
export async function writeScript(build: TextBuild, script: WordedScript): Promise<Output> {
  const blob = await build.blobs.write([Buffer.from(formatScript(script))]);
  return { name: 'script.txt', edition: 'script', blob, ...blob, tools: { lectern: version } };
}
