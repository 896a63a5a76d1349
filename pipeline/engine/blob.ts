import { z } from 'zod';

/**
 * Bytes in the content-addressed store, by the SHA-256 of their content.
 * Records hold these references; the bytes themselves never enter a record.
 */
export const blobSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
});

export type BlobRef = z.output<typeof blobSchema>;
