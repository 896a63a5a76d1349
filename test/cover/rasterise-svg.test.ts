import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rasteriseSvg } from '../../pipeline/cover/rasterise-svg.ts';
import { renderSvg } from '../../pipeline/cover/render-svg.ts';
import { contextOf, temporaryBlobs } from '../audio/temporary-blobs.ts';

const signal = new AbortController().signal;
const drawing = (inner: string, size = 'width="10" height="10"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:x="http://www.w3.org/1999/xlink" ${size}>${inner}</svg>`;
const red = (await renderSvg(drawing('<rect width="10" height="10" fill="red"/>'), {}, signal)).png;

async function rasterise(source: string) {
  const blobs = await temporaryBlobs();
  const raster = await rasteriseSvg.run(
    { image: await blobs.write([Buffer.from(source)]) },
    contextOf(blobs, {}),
  );
  return { ...raster, png: Buffer.from(await blobs.readAll(raster.image)) };
}

test.each([
  ['width="100" height="50"', 2000, 1000],
  ['viewBox="0 0 30 40"', 1500, 2000],
  ['width="8000" height="8000"', 2000, 2000],
])('a drawing with %s becomes %i x %i pixels', async (size, width, height) => {
  const raster = await rasterise(drawing('<circle cx="5" cy="5" r="5"/>', size));
  expect(raster).toMatchObject({ width, height, mediaType: 'image/png' });
  expect([raster.png.readUInt32BE(16), raster.png.readUInt32BE(20)]).toEqual([width, height]);
});

describe('nothing is read from the disk', () => {
  test.each([
    ['by href', (path: string) => `<image href="${path}" width="10" height="10"/>`],
    ['by xlink:href', (path: string) => `<image xlink:href='${path}' width="10" height="10"/>`],
    ['by another prefix', (path: string) => `<image x:href = "${path}" width="10" height="10"/>`],
    [
      'by a reference to a character',
      (path: string) => `<image href="&#47;${path.slice(1)}" width="10" height="10"/>`,
    ],
    ['over two lines', (path: string) => `<image\nhref\n=\n"${path}" width="10" height="10"/>`],
    [
      'by a filter',
      (path: string) =>
        `<filter id="f"><feImage href="${path}"/></filter><rect width="10" height="10" filter="url(#f)"/>`,
    ],
    [
      'by a drawing within the drawing',
      (path: string) =>
        `<image href="data:image/svg+xml;base64,${Buffer.from(drawing(`<image href="${path}" width="10" height="10"/>`)).toString('base64')}" width="10" height="10"/>`,
    ],
  ])('%s', async (_how, inner) => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-svg-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'red.png');
    await writeFile(path, red);
    // The test is worth something only if the renderer would read it.
    const opened = await renderSvg(drawing(`<image href="${path}" width="10" height="10"/>`), {}, signal);
    expect([...opened.pixels.subarray(0, 4)]).toEqual([255, 0, 0, 255]);
    expect((await rasterise(drawing(inner(path)))).image).toEqual((await rasterise(drawing(''))).image);
  });

  test('and a drawing that declares entities is refused', async () => {
    const source = `<!DOCTYPE svg [<!ENTITY a "/etc/hostname">]>${drawing('<image href="&a;"/>')}`;
    await expect(rasterise(source)).rejects.toThrow('The SVG of the cover declares entities.');
  });
});

test('pictures within the drawing and references to itself stay', async () => {
  const data = `data:image/png;base64,${Buffer.from(red).toString('base64')}`;
  const rect = await rasterise(drawing('<rect width="10" height="10" fill="red"/>'));
  expect((await rasterise(drawing(`<image href="${data}" width="10" height="10"/>`))).image).toEqual(
    rect.image,
  );
  const used = `<defs><rect id="r" width="10" height="10" fill="red"/></defs><use xlink:href="#r"/>`;
  expect((await rasterise(drawing(used))).image).toEqual(rect.image);
});

test('what is no SVG is an error that says so', async () => {
  await expect(rasterise('no drawing')).rejects.toThrow('The SVG of the cover cannot be drawn.');
});

test('what is too thin to be seen is an error, and takes no room', async () => {
  const thread = drawing('', 'width="1" height="100000"');
  await expect(rasterise(thread)).rejects.toThrow('The SVG of the cover cannot be drawn.');
});
