import { imageSize } from 'image-size';
import type { ImageMediaType } from '../document/model.ts';
import { cleanSvg } from './clean-svg.ts';

export type Inspected =
  | {
      readonly bytes: Uint8Array;
      readonly mediaType: ImageMediaType;
      /** In CSS pixels. */
      readonly width: number;
      readonly height: number;
      /** What was taken out of an SVG. */
      readonly removed: readonly string[];
    }
  | { readonly fault: string };

const mediaTypes: Readonly<Record<string, ImageMediaType>> = {
  png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml',
}; // prettier-ignore

/** What an image is, by its bytes and never by its name; an SVG comes back without anything that runs or loads. */
export function inspectImage(bytes: Uint8Array): Inspected {
  let size;
  try {
    size = imageSize(bytes);
  } catch {
    return { fault: 'it is not an image, or it is damaged' };
  }
  const mediaType = mediaTypes[size.type ?? ''];
  if (!mediaType)
    return { fault: `its format (${size.type ?? 'unknown'}) is not one that every e-reader shows` };
  if (!(size.width > 0 && size.height > 0)) return { fault: 'it has no width or height' };
  // EXIF orientations 5 to 8 lie on their side: readers turn them, so width and height change places.
  const turned = size.orientation !== undefined && size.orientation >= 5;
  const measured = turned
    ? { width: size.height, height: size.width }
    : { width: size.width, height: size.height };
  if (isCutOff(bytes, mediaType)) return { fault: 'it is cut off: the end of the image is missing' };
  if (mediaType !== 'image/svg+xml') return { bytes, mediaType, ...measured, removed: [] };
  const cleaned = cleanSvg(new TextDecoder().decode(bytes));
  if ('fault' in cleaned) return cleaned;
  const kept = cleaned.removed.length === 0 ? bytes : new TextEncoder().encode(cleaned.svg);
  return { bytes: kept, mediaType, ...measured, removed: cleaned.removed };
}

/** Sizes are read from the first bytes, so a download that broke off would pass without this. */
function isCutOff(bytes: Uint8Array, mediaType: ImageMediaType): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/png') return !view.includes('IEND', Math.max(0, view.length - 1024));
  if (mediaType === 'image/jpeg')
    return !view.includes(Buffer.from([0xff, 0xd9]), Math.floor(view.length / 2));
  return false;
}
