import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildPublication } from '../../pipeline/build-publication.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import * as pictures from '../epub/images/photographs.ts';
import { svgChart } from '../epub/pictures.ts';
import { unzip } from '../epub/unzip.ts';

/** All 300 by 200, and one that lies on its side. */
const files = {
  'photo.jpg': pictures.jpeg(300, 200),
  'turned.jpg': pictures.jpeg(300, 200, 6),
  'colours.png': pictures.colourPng(300, 200),
  'few.png': pictures.palettePng(300, 200),
  'moving.gif': pictures.gif(300, 200),
  'lossy.webp': pictures.lossyWebp(300, 200),
  'lossless.webp': pictures.losslessWebp(300, 200),
  'moving.webp': pictures.animatedWebp(300, 200),
  'chart.svg': Promise.resolve(Buffer.from(svgChart)),
};

/** What the EPUB of these pictures holds, and what the build told. */
async function built(settings: string, images: Readonly<Record<string, Promise<Buffer>>>) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-images-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const source = join(folder, 'book');
  await mkdir(source);
  const yaml = `title: Pictures\nauthors: Somebody\nlanguage: en\nmodified: 2026-11-20\n${settings}`;
  await writeFile(join(source, 'publication.yaml'), yaml);
  for (const [name, bytes] of Object.entries(images)) await writeFile(join(source, name), await bytes);
  const figures = Object.keys(images).map((name) => `![Red above and blue below](${name})`);
  await writeFile(join(source, '1.md'), `# Pictures\n\n${figures.join('\n\n')}\n`);
  const [found] = (await findPublications(source)).found;
  if (!found) throw new Error('There is no publication.');
  const events: BuildEvent[] = [];
  await buildPublication(found, {
    out: join(folder, 'out'),
    editions: new Set(['epub']),
    allow: new Set(),
    store: await openStore(join(folder, 'store')),
    jobs: 1,
    sound: undefined,
    signal: new AbortController().signal,
    tell: (event) => events.push(event),
  });
  const entries = await unzip(await readFile(join(folder, 'out', 'book', 'book.epub')));
  const text = (pattern: RegExp): string =>
    entries.filter(({ name }) => pattern.test(name)).map(({ bytes }) => bytes.toString()).join('\n'); // prettier-ignore
  const types = [...text(/\.opf$/).matchAll(/<item\b[^>]*>/g)].map(([item]) => item);
  const tags = [...text(/ch-.*\.xhtml$/).matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag);
  return {
    of: (name: string) => {
      const tag = tags.find((one) => one.includes(`/${name}"`)) ?? '';
      return {
        type: /media-type="([^"]*)"/.exec(types.find((one) => one.includes(`/${name}"`)) ?? '')?.[1],
        size: ['width', 'height'].map((side) => Number(new RegExp(`${side}="(\\d+)"`).exec(tag)?.[1])),
        bytes: entries.find((entry) => entry.name.endsWith(`images/${name}`))?.bytes,
      };
    },
    problems: events.flatMap((event) => (event.type === 'problem' ? [event.problem] : [])),
    scaled: events.filter(({ type, ...rest }) => type === 'step' && 'step' in rest && rest.step.type === 'finished' && rest.step.stage === 'scale-image').length, // prettier-ignore
  };
}

test('pictures of every format are in the book as they are, with type and size', async () => {
  const { of, problems, scaled } = await built('', files);
  const expected = {
    'photo.jpg': ['image/jpeg', [300, 200]],
    'turned.jpg': ['image/jpeg', [200, 300]],
    'colours.png': ['image/png', [300, 200]],
    'few.png': ['image/png', [300, 200]],
    'moving.gif': ['image/gif', [300, 200]],
    'lossy.webp': ['image/webp', [300, 200]],
    'lossless.webp': ['image/webp', [300, 200]],
    'moving.webp': ['image/webp', [300, 200]],
    'chart.svg': ['image/svg+xml', [480, 240]],
  };
  expect(Object.fromEntries(Object.keys(files).map((name) => [name, [of(name).type, of(name).size]]))).toEqual(expected); // prettier-ignore
  for (const [name, bytes] of Object.entries(files)) expect(of(name).bytes).toEqual(await bytes);
  expect(problems).toEqual([]);
  expect(scaled).toBe(0);
});

test('pictures that are larger than the author wants are scaled down; drawings, GIFs and smaller ones stay', async () => {
  const { of, problems, scaled } = await built('images:\n  largest: 150\n', {
    ...files,
    'small.jpg': pictures.jpeg(150, 100),
  });
  const sizes = Object.fromEntries(Object.keys(files).map((name) => [name, of(name).size]));
  expect(sizes).toEqual({
    'photo.jpg': [150, 100],
    'turned.jpg': [100, 150],
    'colours.png': [150, 100],
    'few.png': [150, 100],
    'moving.gif': [300, 200],
    'lossy.webp': [150, 100],
    'lossless.webp': [150, 100],
    'moving.webp': [150, 100],
    'chart.svg': [480, 240],
  });
  expect(of('moving.gif').bytes).toEqual(await files['moving.gif']);
  expect(of('small.jpg').bytes).toEqual(await pictures.jpeg(150, 100));
  expect(of('moving.webp').type).toBe('image/webp');
  expect(problems).toEqual([]);
  expect(scaled).toBe(7);
});

test('of a picture with too many pixels the author is told, and how to have it scaled', async () => {
  const huge = { 'huge.png': pictures.colourPng(3000, 2000) };
  expect((await built('', huge)).problems).toEqual([
    {
      code: 'image-of-many-pixels',
      severity: 'warning',
      place: { file: 'huge.png' },
      message:
        'The image has 3000 × 2000 pixels, that is 6.0 million; some reading systems show none of more than 5.6 million.',
      remedy: 'Save a smaller one, or have Lectern scale it down: images: { largest: 2000 } in the metadata.',
    },
  ]);
  expect((await built('images: { largest: 2000 }\n', huge)).problems).toEqual([]);
});

test('a damaged picture is used as it is, and the author is told', async () => {
  const damaged = pictures.colourPng(300, 200).then((bytes) => bytes.fill(0, 60, bytes.length - 30));
  const { of, problems } = await built('images: { largest: 100 }\n', { 'torn.png': damaged });
  expect(problems).toMatchObject([{ code: 'image-not-scaled', place: { file: 'torn.png' } }]);
  expect(of('torn.png').size).toEqual([300, 200]);
});

test.each(['0', '1.5', 'big', '30000'])('images: largest: %s is no number of pixels', async (value) => {
  await expect(built(`images: { largest: ${value} }\n`, {})).rejects.toMatchObject({
    problems: [{ code: 'wrong-value', message: expect.stringContaining('whole number of pixels') as string }],
  });
});
