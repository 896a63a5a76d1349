import type { Edition } from '../editions.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import type { Output } from '../report/place-outputs.ts';
import type { TextBuild } from './builds.ts';
import { captionChapters, captionWriter, writeText, type HeardChapter } from './caption-files.ts';
import type { Reading } from './reading.ts';

/** What each edition's files end in. */
const endings = {
  captions: ['vtt', 'srt', 'words.json'],
  transcript: ['transcript.html', 'transcript.txt'],
} as const;

/** Captions and transcripts of the audiobook: what was said, as it is written, at the times that were counted. */
export async function captionBook(
  build: TextBuild,
  reading: Reading,
  script: WordedScript,
  recording: readonly HeardChapter[],
  editions: ReadonlySet<Edition>,
): Promise<readonly Output[]> {
  const wanted = (['captions', 'transcript'] as const).filter((edition) => editions.has(edition));
  if (wanted.length === 0) return [];
  const captioned = await captionChapters(build, script, recording, { cues: editions.has('captions') });
  // Nothing to hear: the author has been told.
  if (captioned.every(({ chapter }) => chapter.samples === 0)) return [];
  const texts = captionWriter(reading)(captioned);
  const files = wanted.flatMap((edition) => endings[edition].map((ending) => ({ edition, ending })));
  const outputs: Output[] = [];
  for (const { edition, ending } of files)
    outputs.push(await writeText(build, `${reading.publication.slug}.${ending}`, edition, texts[ending]()));
  return outputs;
}
