import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';

export type ArrangeInput = {
  /** Mono, signed 16 bit. */
  readonly pcm: BlobRef;
  /** Begin and end of each range, in samples. */
  readonly ranges: readonly (readonly [beginSample: number, endSample: number])[];
};

const sampleBytes = 2;

/**
 * The sound of a chapter in another order: that of its page. An audiobook has a note where it is referred to, a page has it at
 * its end, and a player that follows the page must not jump back and forth in its audio.
 */
export const arrangeSegments = defineStage({
  name: 'arrange-segments',
  version: 1,
  output: z.strictObject({ pcm: blobSchema }),
  tools: [],
  run: async ({ pcm, ranges }: ArrangeInput, { blobs, signal }) => {
    const path = await blobs.path(pcm);
    async function* sound(): AsyncGenerator<Uint8Array> {
      for (const [begin, end] of ranges) {
        signal.throwIfAborted();
        if (end <= begin) continue;
        yield* createReadStream(path, {
          start: begin * sampleBytes,
          end: end * sampleBytes - 1,
        }) as AsyncIterable<Buffer>;
      }
    }
    return { pcm: await blobs.write(sound()) };
  },
});
