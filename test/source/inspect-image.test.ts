import { expect, test } from 'vitest';
import { inspectImage } from '../../pipeline/source/inspect-image.ts';
import { svgChart, webp } from '../epub/pictures.ts';
import * as pictures from '../epub/images/photographs.ts';

test.each([
  ['a JPEG', pictures.jpeg(60, 40), 'image/jpeg'],
  ['a PNG', pictures.colourPng(60, 40), 'image/png'],
  ['a PNG with a palette', pictures.palettePng(60, 40), 'image/png'],
  ['a GIF of three frames', pictures.gif(60, 40), 'image/gif'],
  ['a lossy WebP', pictures.lossyWebp(60, 40), 'image/webp'],
  ['a lossless WebP', pictures.losslessWebp(60, 40), 'image/webp'],
  ['a WebP with transparency', pictures.clearWebp(60, 40), 'image/webp'],
  ['an animated WebP', pictures.animatedWebp(60, 40), 'image/webp'],
])('%s is known by its bytes, and so is its size', async (_, made, mediaType) => {
  const bytes = await made;
  expect(inspectImage(bytes)).toEqual({ bytes, mediaType, width: 60, height: 40, removed: [] });
});

test('an SVG and a WebP of one pixel are known too', () => {
  expect(inspectImage(Buffer.from(svgChart))).toMatchObject({ mediaType: 'image/svg+xml', width: 480, height: 240 });
  expect(inspectImage(webp)).toMatchObject({ mediaType: 'image/webp', width: 1, height: 1 });
}); // prettier-ignore

test.each([
  [1, 60, 40], [2, 60, 40], [3, 60, 40], [4, 60, 40],
  [5, 40, 60], [6, 40, 60], [7, 40, 60], [8, 40, 60],
])('a JPEG of EXIF orientation %i is measured as it is shown', async (orientation, width, height) => {
  expect(inspectImage(await pictures.jpeg(60, 40, orientation))).toMatchObject({ width, height });
}); // prettier-ignore
