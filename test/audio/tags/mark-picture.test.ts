import { imageSize } from 'image-size';
import { describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { markPicture } from '../../../pipeline/audio/tags/mark-picture.ts';
import { drawing, pixelsOf } from '../drawings.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';

const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: { PATH: '' } });

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('with %s ffmpeg', (_which, ffmpeg) => {
  test.each([
    ['png', 1200, 600, 480, 240],
    ['gif', 300, 900, 160, 480],
    ['jpeg', 4, 2000, 1, 480],
    ['png', 40, 30, 40, 30],
  ] as const)('a %s of %i x %i pixels has %i x %i', async (format, width, height, across, down) => {
    const blobs = await temporaryBlobs();
    const { image } = await markPicture.run(await drawing(format, width, height, blobs, system), contextOf(blobs, { ffmpeg })); // prettier-ignore
    expect(imageSize(await blobs.readAll(image))).toMatchObject({ type: 'jpg', width: across, height: down });
    if (across < 4) return;
    const colour = await pixelsOf(await blobs.path(image), system, across);
    expect([colour(2, down >> 1), colour(across - 3, down >> 1)]).toEqual(['red', 'blue']);
  });

  test('the noisiest picture stays within 60 KB', async () => {
    const blobs = await temporaryBlobs();
    const noise = 'format=rgb24,noise=alls=100:allf=t';
    const input = await drawing('png', 900, 900, blobs, system, noise);
    const { image } = await markPicture.run(input, contextOf(blobs, { ffmpeg }));
    expect(image.bytes).toBeLessThanOrEqual(60_000);
    expect(image.bytes).toBeGreaterThan(10_000);
  });
});
