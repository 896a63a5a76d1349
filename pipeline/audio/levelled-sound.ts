import type { BlobAccess } from '../engine/stage.ts';
import { factorOf } from './chunks/measure-chunk.ts';
import { soundOf, toPcm, type Pieces } from './chunks/pieces.ts';
import { limit } from './loudness/limit.ts';
import { silence } from './pcm.ts';

export type LevelledSound = {
  /** Chunks, each silent at its end, so that the limiter is at rest from one to the next. */
  readonly chunks: readonly Pieces[];
  readonly sampleRate: number;
  readonly gainDb: number;
  readonly ceilingDb: number;
  /** Silence before and after it, in samples. */
  readonly head?: number;
  readonly tail?: number;
};

/** The sound of many chunks as signed 16 bit samples, with gain and limiter, a chunk in memory at a time. */
export async function* levelledSound(
  { chunks, sampleRate, gainDb, ceilingDb, head = 0, tail = 0 }: LevelledSound,
  blobs: BlobAccess,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncIterable<Uint8Array> {
  yield* silence(head);
  for (const [index, pieces] of chunks.entries()) {
    const sound = await soundOf(pieces, blobs, factorOf(gainDb));
    limit(sound, sampleRate, factorOf(ceilingDb));
    yield toPcm(sound);
    progress(index + 1, chunks.length);
  }
  yield* silence(tail);
}
