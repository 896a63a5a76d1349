import { z } from 'zod';
import { problemSchema } from '../problem.ts';
import { manifestFileSchema } from './manifest.ts';

const partSchema = z.strictObject({
  language: z.string(),
  voice: z.string().exactOptional(),
  text: z.string(),
});

const toldSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('opened'), title: z.string() }),
  z.strictObject({ type: z.literal('problem'), problem: problemSchema }),
  z.strictObject({ type: z.literal('noted'), note: z.string() }),
]);
export type Told = z.output<typeof toldSchema>;

/**
 * What a build leaves to the next: all that it made and told, and all that it asked of the world beside what is in its key
 * (`graph/receipts.ts`). While the answers are the same, nothing has to be built.
 */
export const receiptSchema = z.strictObject({
  /** In milliseconds since 1970. */
  writtenMilliseconds: z.number(),
  /** In the order in which it was told, and is told again. */
  told: z.array(toldSchema),
  images: z.strictObject({
    uses: z.array(z.strictObject({ place: problemSchema.shape.place, written: z.string() })),
    /** Of what was read there. */
    sha256: z.string(),
  }),
  /** Of what was read as the podcast's picture. */
  artwork: z.string(),
  /** There if the book was spoken. */
  voices: z
    .strictObject({
      parts: z.array(partSchema),
      /** Of who speaks them. */
      sha256: z.string(),
    })
    .exactOptional(),
  outputs: z.array(manifestFileSchema),
});
export type Receipt = z.output<typeof receiptSchema>;
