/** A podcast's picture by the rule of the directories: square, 1400 to 3000 pixels, PNG or JPEG, RGB without transparency. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';

export type ArtworkInput = {
  readonly image: BlobRef;
  readonly mediaType: 'image/png' | 'image/jpeg';
};

const [fewestPixels, mostPixels] = [1400, 3000];
/** Where flat colours show no trace of the compression. */
const quality = 90;

/** What is wrong with an author's picture, worded to follow its name; `width` and `height` as it is seen. */
export function artworkFault(image: {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}): string | undefined {
  const { mediaType, width, height } = image;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return 'is neither PNG nor JPEG';
  if (width !== height) return `is not square: it has ${width} × ${height} pixels`;
  return width < fewestPixels
    ? `has ${width} × ${height} pixels, and directories want at least ${fewestPixels} × ${fewestPixels}`
    : undefined;
}

const artworkSchema = z.union([
  z.strictObject({
    image: blobSchema,
    mediaType: z.enum(['image/png', 'image/jpeg']),
    side: z.int().positive(),
  }),
  /** Why it cannot be read, in words for the author. */
  z.strictObject({ fault: z.string() }),
]);
export type Artwork = z.output<typeof artworkSchema>;

/**
 * The picture as it is where it keeps the rule, else as a JPEG that does: not above 3000 pixels, in sRGB, upright, and on white
 * where it is transparent.
 */
export const fitArtwork = defineStage({
  name: 'fit-artwork',
  version: 1,
  output: artworkSchema,
  tools: [],
  run: async ({ image, mediaType }: ArtworkInput, { blobs, signal }): Promise<Artwork> => {
    const { default: sharp } = await import('sharp').catch((cause: unknown) => {
      throw new Error('Fitting the podcast’s picture: the library sharp cannot be loaded on this machine.', {
        cause,
      });
    });
    const bytes = await blobs.readAll(image);
    try {
      const { width, space, hasAlpha, orientation = 1, depth } = await sharp(bytes).metadata();
      const isPlain = space === 'srgb' && depth === 'uchar' && !hasAlpha && orientation === 1;
      if (isPlain && width <= mostPixels) return { image, mediaType, side: width };
      const { data, info } = await sharp(bytes)
        .autoOrient()
        .resize({ width: mostPixels, height: mostPixels, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality, mozjpeg: true })
        .toBuffer({ resolveWithObject: true });
      signal.throwIfAborted();
      return { image: await blobs.write([data]), mediaType: 'image/jpeg', side: info.width };
    } catch (cause) {
      signal.throwIfAborted();
      if (!(cause instanceof Error) || cause.name !== 'Error') throw cause;
      return { fault: `cannot be read: ${cause.message.split('\n', 1)[0] ?? cause.name}` };
    }
  },
});
