/** Pictures with fewer pixels: the one module that touches sharp. */
import { z } from 'zod';
import type { ImageMediaType } from '../../document/model.ts';
import { blobSchema, type BlobRef } from '../../engine/blob.ts';
import { defineStage } from '../../engine/define-stage.ts';
import { isLosslessWebp } from './lossless-webp.ts';

/** Drawings have no pixels, and the frames of a GIF have few colours, of which scaling makes dust. */
export const scalable = [
  'image/png',
  'image/jpeg',
  'image/webp',
] as const satisfies readonly ImageMediaType[];
export type Scalable = (typeof scalable)[number];

export type ScaleImageInput = {
  readonly image: BlobRef;
  readonly mediaType: Scalable;
  /** Pixels of the longer side of what comes out. The picture has more. */
  readonly largest: number;
};

const scaledSchema = z.union([
  z.strictObject({ image: blobSchema, width: z.int().positive(), height: z.int().positive() }),
  /** Why it cannot be read, in words for the author. */
  z.strictObject({ fault: z.string() }),
]);
export type ScaledImage = z.output<typeof scaledSchema>;

/** Where a photograph of a page's size shows no trace of the compression. */
const quality = 85;

/**
 * The picture with its longer side of `largest` pixels, in its format and upright: where EXIF says that it lies on its side,
 * it is turned. Its colours become those of sRGB, and nothing else of what the file tells stays, the place where it was
 * taken included. An animated WebP keeps its frames.
 */
export const scaleImage = defineStage({
  name: 'scale-image',
  version: 1,
  output: scaledSchema,
  tools: [],
  run: async ({ image, mediaType, largest }: ScaleImageInput, { blobs, signal }): Promise<ScaledImage> => {
    const bytes = await blobs.readAll(image);
    if (mediaType === 'image/png' && isAnimated(bytes)) return { fault: 'it is an animated PNG' };
    const { data, info } = await scaled(bytes, mediaType, largest).catch(faultOf);
    signal.throwIfAborted();
    if (data === undefined) return { fault: info };
    // All frames of an animation lie above one another.
    const height = info.pageHeight ?? info.height;
    return { image: await blobs.write([data]), width: info.width, height };
  },
});

async function scaled(bytes: Uint8Array, mediaType: Scalable, largest: number) {
  // Loaded where it is used: most books scale nothing.
  const { default: sharp } = await import('sharp').catch((cause: unknown) => {
    throw new Error('Scaling images: the library sharp cannot be loaded on this machine.', { cause });
  });
  // It would keep what it read for the next picture, which is another one.
  sharp.cache(false);
  const source = sharp(bytes, { animated: mediaType === 'image/webp' });
  const { isPalette } = await source.metadata();
  const fitted = source.autoOrient().resize({ width: largest, height: largest, fit: 'inside' });
  const encoded = {
    'image/jpeg': () => fitted.jpeg({ quality, mozjpeg: true }),
    // Few colours stay few: in full colour a drawing would grow as it shrinks.
    'image/png': () => fitted.png({ compressionLevel: 9, palette: isPalette }),
    'image/webp': () => fitted.webp(isLosslessWebp(bytes) ? { lossless: true } : { quality }),
  }[mediaType]();
  return encoded.toBuffer({ resolveWithObject: true });
}

/** The chunk that says so stands near the beginning, before the first picture; of the frames behind it sharp would keep one. */
function isAnimated(png: Uint8Array): boolean {
  return Buffer.from(png.buffer, png.byteOffset, png.byteLength).subarray(0, 4096).includes('acTL');
}

/** What sharp says of a damaged picture is the author's to know; that sharp is not there is not. */
function faultOf(cause: unknown): { readonly data: undefined; readonly info: string } {
  if (!(cause instanceof Error) || cause.cause !== undefined) throw cause;
  return { data: undefined, info: cause.message.split('\n', 1)[0]?.replace(/\.$/, '') ?? cause.name };
}
