import sharp from 'sharp';
import { expect, test } from 'vitest';
import { scaleImage, type ScaleImageInput } from '../../../pipeline/epub/images/scale-image.ts';
import { inspectImage } from '../../../pipeline/source/inspect-image.ts';
import { contextOf, memoryBlobs } from '../memory-blobs.ts';
import * as pictures from './photographs.ts';

async function scaled(bytes: Buffer, mediaType: ScaleImageInput['mediaType'], largest: number) {
  const blobs = memoryBlobs();
  const result = await scaleImage.run({ image: blobs.put(bytes), mediaType, largest }, contextOf(blobs));
  if ('fault' in result) throw new Error(result.fault);
  return { ...result, bytes: blobs.get(result.image) };
}

test.each(pictures.scalable)(
  '%s keeps its format and its shape, and is what it says',
  async (_, make, mediaType) => {
    const { width, height, bytes } = await scaled(await make(300, 200), mediaType, 150);
    expect([width, height]).toEqual([150, 100]);
    expect(inspectImage(bytes)).toMatchObject({ mediaType, width, height });
  },
);

test('the longer side is what counts, and no side gets lost', async () => {
  expect(await scaled(await pictures.jpeg(200, 300), 'image/jpeg', 150)).toMatchObject({ width: 100, height: 150 });
  expect(await scaled(await pictures.jpeg(3000, 4), 'image/jpeg', 100)).toMatchObject({ width: 100, height: 1 });
}); // prettier-ignore

test('a photograph that lies on its side is turned, and tells nothing more of how it was taken', async () => {
  const { width, height, bytes } = await scaled(await pictures.jpeg(300, 200, 6), 'image/jpeg', 150);
  expect([width, height]).toEqual([100, 150]);
  const { exif, orientation } = await sharp(bytes).metadata();
  expect([exif, orientation]).toEqual([undefined, undefined]);
  // Its top was on its right side: red is there now, and blue on the left.
  const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [...data.subarray((y * 100 + x) * 3, (y * 100 + x) * 3 + 3)];
  const [left, right] = [pixel(10, 75), pixel(90, 75)];
  expect(left[2]).toBeGreaterThan(180);
  expect(right[0]).toBeGreaterThan(180);
});

test('few colours stay few, no loss stays none, frames stay frames, and what is clear stays clear', async () => {
  const about = async (made: Promise<Buffer>, mediaType: ScaleImageInput['mediaType']) =>
    sharp((await scaled(await made, mediaType, 150)).bytes, { animated: true }).metadata();
  expect(await about(pictures.palettePng(300, 200), 'image/png')).toMatchObject({ isPalette: true });
  expect(await about(pictures.colourPng(300, 200), 'image/png')).toMatchObject({ isPalette: false });
  expect(await about(pictures.animatedWebp(300, 200), 'image/webp')).toMatchObject({ pages: 3, pageHeight: 100 });
  expect(await about(pictures.clearWebp(300, 200), 'image/webp')).toMatchObject({ hasAlpha: true });
  const lossless = await scaled(await pictures.losslessWebp(300, 200), 'image/webp', 150);
  expect(lossless.bytes.toString('latin1', 12, 16)).toBe('VP8L');
}); // prettier-ignore

test('equal pictures give equal bytes', async () => {
  const picture = await pictures.jpeg(300, 200);
  const [one, other] = [await scaled(picture, 'image/jpeg', 99), await scaled(picture, 'image/jpeg', 99)];
  expect(one.image).toEqual(other.image);
});

test('a damaged picture is the author’s to mend', async () => {
  const blobs = memoryBlobs();
  const whole = await pictures.colourPng(300, 200);
  whole.fill(0, 60, whole.length - 30);
  const input = { image: blobs.put(whole), mediaType: 'image/png', largest: 100 } as const;
  expect(await scaleImage.run(input, contextOf(blobs))).toEqual({ fault: expect.stringMatching(/\w/) as string });
}); // prettier-ignore
