import type { BlobAccess } from '../engine/stage.ts';
import { toPcm, withSound, type Pieces } from './chunks/pieces.ts';
import { factorOf, type Level } from './loudness/level.ts';
import { limit } from './loudness/limit.ts';
import { silence } from './pcm.ts';

/** A chunk's sound as signed 16 bit samples, with gain and limiter. Nothing else of it is held when it is done. */
export async function levelledChunk(
  pieces: Pieces,
  sampleRate: number,
  { gainDb, ceilingDb }: Level,
  blobs: BlobAccess,
): Promise<Uint8Array> {
  const levelled = (sound: Float32Array): Uint8Array => {
    limit(sound, sampleRate, factorOf(ceilingDb));
    return toPcm(sound);
  };
  return withSound(pieces, blobs, levelled, factorOf(gainDb));
}

export type LevelledSound = Level & {
  /** Chunks, each silent at its end, so that the limiter is at rest from one to the next. */
  readonly chunks: readonly Pieces[];
  readonly sampleRate: number;
  /** Silence before and after it, in samples. */
  readonly head?: number;
  readonly tail?: number;
};

/** The sound of many chunks, one in memory at a time. */
export async function* levelledSound(
  { chunks, sampleRate, head = 0, tail = 0, ...level }: LevelledSound,
  blobs: BlobAccess,
  progress: (done: number, total: number) => void = () => undefined,
): AsyncIterable<Uint8Array> {
  yield* silence(head);
  for (const [index, pieces] of chunks.entries()) {
    yield await levelledChunk(pieces, sampleRate, level, blobs);
    progress(index + 1, chunks.length);
  }
  yield* silence(tail);
}
