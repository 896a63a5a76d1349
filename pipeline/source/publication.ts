/** A publication as it was found on disk: what the author wrote, checked, and nothing else. */
import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { metadataSchema } from './metadata.ts';

export const sourceTextSchema = z.strictObject({
  /** Relative to the publication's folder, with slashes. */
  path: z.string(),
  /** The Markdown without its front matter, which is replaced by empty lines so that line numbers stay true. */
  markdown: z.string(),
});
export type SourceText = z.output<typeof sourceTextSchema>;

export const sourceImageSchema = z.strictObject({
  path: z.string(),
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml']),
  width: z.number().positive(),
  height: z.number().positive(),
  blob: blobSchema,
});
export type SourceImage = z.output<typeof sourceImageSchema>;

export const publicationSchema = z.strictObject({
  /** Names the output folder and files: letters, digits and hyphens. */
  slug: z.string(),
  /** One file, or a folder of chapters: it decides where chapters begin. */
  form: z.enum(['file', 'folder']),
  metadata: metadataSchema,
  texts: z.array(sourceTextSchema),
  /** Every readable image in the folder, in path order. */
  images: z.array(sourceImageSchema),
});
export type Publication = z.output<typeof publicationSchema>;
