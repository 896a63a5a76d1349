/** Signed 16 bit mono samples, little endian, without a header: the form in which sound passes between stages. */
import type { BlobRef } from '../engine/blob.ts';

export const BYTES_PER_SAMPLE = 2;

/**
 * How many samples a blob holds.
 *
 * @throws Error when it ends within a sample; `what` names it.
 */
export function countSamples(pcm: BlobRef, what: string): number {
  if (pcm.bytes % BYTES_PER_SAMPLE !== 0) throw new Error(`The sound of ${what} ends within a sample.`);
  return pcm.bytes / BYTES_PER_SAMPLE;
}

const SILENCE = new Uint8Array(64 * 1024);

/** Silence in pieces, however long it is. */
export function* silence(samples: number): Iterable<Uint8Array> {
  for (let left = samples * BYTES_PER_SAMPLE; left > 0; left -= SILENCE.length) {
    yield left < SILENCE.length ? SILENCE.subarray(0, left) : SILENCE;
  }
}
