/** Real pictures of every format that has pixels, made on the spot. */
import sharp, { type Sharp } from 'sharp';

/** Red above, blue below, so that it shows which way up it is. */
function halves(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels[at * 3 + (at < (width * height) / 2 ? 0 : 2)] = 220;
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** @param orientation EXIF's number: 6 says that the picture's top is on its right */
export function jpeg(width: number, height: number, orientation = 1): Promise<Buffer> {
  return halves(width, height).withMetadata({ orientation }).jpeg().toBuffer();
}

export function lossyWebp(width: number, height: number): Promise<Buffer> {
  return halves(width, height).webp().toBuffer();
}

export function losslessWebp(width: number, height: number): Promise<Buffer> {
  return halves(width, height).webp({ lossless: true }).toBuffer();
}

/** With what shows the ground behind it. */
export function clearWebp(width: number, height: number): Promise<Buffer> {
  return halves(width, height).ensureAlpha(0.5).webp().toBuffer();
}

/** Three frames. */
export function animatedWebp(width: number, height: number): Promise<Buffer> {
  return frames(width, height)
    .webp({ loop: 0, delay: [100, 100, 100] })
    .toBuffer();
}

export function gif(width: number, height: number): Promise<Buffer> {
  return frames(width, height)
    .gif({ loop: 0, delay: [100, 100, 100] })
    .toBuffer();
}

export function colourPng(width: number, height: number): Promise<Buffer> {
  return halves(width, height).png().toBuffer();
}

export function palettePng(width: number, height: number): Promise<Buffer> {
  return halves(width, height).png({ palette: true, colours: 4 }).toBuffer();
}

function frames(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3 * 3);
  for (let at = 0; at < width * height * 3; at++) pixels[at * 3 + Math.floor(at / (width * height))] = 200;
  return sharp(pixels, { raw: { width, height: height * 3, channels: 3, pageHeight: height } });
}

/** A picture of each kind that can be scaled. */
export const scalable = [
  ['a JPEG', (width: number, height: number) => jpeg(width, height), 'image/jpeg'],
  ['a PNG', colourPng, 'image/png'],
  ['a PNG with a palette', palettePng, 'image/png'],
  ['a lossy WebP', lossyWebp, 'image/webp'],
  ['a lossless WebP', losslessWebp, 'image/webp'],
  ['a WebP with transparency', clearWebp, 'image/webp'],
  ['an animated WebP', animatedWebp, 'image/webp'],
] as const;
