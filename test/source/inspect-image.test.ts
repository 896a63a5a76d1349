import { expect, test } from 'vitest';
import { inspectImage } from '../../pipeline/source/inspect-image.ts';
import { svgChart, webp } from '../epub/pictures.ts';
import * as pictures from '../epub/images/photographs.ts';

test.each([...pictures.scalable, ['a GIF of three frames', pictures.gif, 'image/gif'] as const])(
  '%s is known by its bytes, and so is its size',
  async (_, make, mediaType) => {
    const bytes = await make(60, 40);
    expect(inspectImage(bytes)).toEqual({ bytes, mediaType, width: 60, height: 40, removed: [] });
  },
);

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
