/** The chunks of a book, encoded for a delivery. */
import { encodeChunk, type EncodedChunk } from '../audio/chunks/encode-chunk.ts';
import { chunksOf, type Pieces } from '../audio/chunks/pieces.ts';
import type { FrameRun } from '../audio/chunks/joined.ts';
import type { Profile } from '../audio/profiles.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Sound } from './builds.ts';

/** As many as are with the encoders or wait for them: enough that the next processes get several each when one has ended. */
const AT_ONCE = 36;

export type Chunked = { readonly chapter: ChapterAudio; readonly chunks: readonly Pieces[] };
export type EncodedChapter = { readonly chapter: ChapterAudio; readonly chunks: readonly EncodedChunk[] };

export function chunked(chapters: readonly ChapterAudio[]): readonly Chunked[] {
  return chapters
    .filter(({ samples }) => samples > 0)
    .map((chapter) => ({ chapter, chunks: chunksOf(chapter) }));
}

/** Every chunk once, those of all chapters side by side. */
export async function encodeChunks(
  { build }: Pick<Sound, 'build'>,
  chapters: readonly Chunked[],
  { encoding: { codec, kilobits }, ceilingDb, target: { truePeakDb } }: Profile,
  gainDb: number,
): Promise<readonly EncodedChapter[]> {
  if (codec === 'opus') throw new Error('Opus has no frames that can be joined.');
  const all = chapters.flatMap(({ chapter, chunks }) => chunks.map((pieces) => ({ chapter, pieces })));
  const encoded = await mapLimited(
    all,
    AT_ONCE,
    async ({ chapter, pieces }) => ({
      chapter,
      chunk: await build.step(
        encodeChunk,
        { pieces, sampleRate: chapter.sampleRate, gainDb, ceilingDb, truePeakDb, codec, kilobits },
        { label: chapter.title },
      ),
    }),
    build.signal,
  );
  return chapters.map(({ chapter }) => ({
    chapter,
    chunks: encoded.filter((one) => one.chapter === chapter).map(({ chunk }) => chunk),
  }));
}

/** What is needed of encoded chapters to join them. */
export function runsOf(encoded: readonly EncodedChapter[]): readonly FrameRun[] {
  return encoded.flatMap(({ chunks }) =>
    chunks.map(({ frames, lastFrameByte, frameCount }) => ({ frames, lastFrameByte, frameCount })),
  );
}
