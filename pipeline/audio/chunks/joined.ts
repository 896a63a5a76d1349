import type { BlobRef } from '../../engine/blob.ts';
import type { BlobAccess } from '../../engine/stage.ts';

/** What is needed of an encoded chunk to join it to the next. */
export type FrameRun = {
  readonly frames: BlobRef;
  /** Where its last frame begins, which the next chunk's first takes the place of: both hold silence there. */
  readonly lastFrameByte: number;
  readonly frameCount: number;
};

/** How many frames chunks have together. */
export function joinedFrames(chunks: readonly FrameRun[]): number {
  return chunks.reduce((sum, { frameCount }) => sum + frameCount - 1, chunks.length > 0 ? 1 : 0);
}

export function joinedBytes(chunks: readonly FrameRun[]): number {
  return chunks.reduce(
    (sum, { frames, lastFrameByte }, index) =>
      sum + (index === chunks.length - 1 ? frames.bytes : lastFrameByte),
    0,
  );
}

/** The frames of all chunks, one after the other: as if all had been encoded in one piece. */
export async function* joined(
  chunks: readonly FrameRun[],
  blobs: Pick<BlobAccess, 'readAll'>,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncIterable<Uint8Array> {
  for (const [index, { frames, lastFrameByte }] of chunks.entries()) {
    const bytes = await blobs.readAll(frames);
    yield index === chunks.length - 1 ? bytes : bytes.subarray(0, lastFrameByte);
    progress(index + 1, chunks.length);
  }
}
