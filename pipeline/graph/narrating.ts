import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import { formatScript } from '../narration/format-script.ts';
import { planNarration } from '../narration/plan-narration.ts';
import type { Script } from '../narration/script.ts';
import type { Output } from '../report/place-outputs.ts';
import type { VoiceTool } from '../speech/tools.ts';
import { speaks } from '../speech/voices.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** What is spoken, chapter by chapter. */
export async function planBook(build: TextBuild, { publication, book }: Reading): Promise<Script> {
  const { settings, metadata } = publication;
  const chapters = await Promise.all(
    book.chapters.map((chapter) =>
      build.step(
        planNarration,
        { chapter, language: book.language, settings: settings.narration, narrator: metadata.narrator },
        { label: chapter.title },
      ),
    ),
  );
  return { chapters };
}

/** The script as a file to read and review. */
export async function writeScript(build: TextBuild, script: Script): Promise<Output> {
  const blob = await build.blobs.write([Buffer.from(formatScript(script))]);
  return { name: 'script.txt', edition: 'script', blob, ...blob, tools: { lectern: version } };
}

/** The voice must have the publication's language; passages in another are told, once a language. */
export function checkLanguages(
  { voice }: VoiceTool,
  { publication, book }: Reading,
  script: Script,
  desk: ProblemDesk,
): void {
  const place = { file: publication.metadataFile };
  if (!speaks(voice, book.language)) {
    desk.take([problems.languageNotSpoken(place, book.language, voice.id)]);
    return;
  }
  const foreign = new Map<string, string>();
  for (const { language, text } of script.chapters.flatMap(({ utterances }) => utterances)) {
    if (!speaks(voice, language) && !foreign.has(language)) foreign.set(language, text.slice(0, 60));
  }
  desk.take(
    [...foreign].map(([language, text]) => problems.passageNotSpoken(place, language, voice.id, text)),
  );
}
