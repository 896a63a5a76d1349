import { describe, expect, test } from 'vitest';
import { frames, layOutCover, type CoverText } from '../../pipeline/cover/cover-layout.ts';
import { drawCover } from '../../pipeline/cover/draw-cover.ts';
import { drawableOf } from '../../pipeline/cover/drawable.ts';
import { facesOf, widthOf } from '../../pipeline/cover/fonts.ts';
import type { SvgElement } from '../../pipeline/cover/svg-tree.ts';
import { contextOf, temporaryBlobs } from '../audio/temporary-blobs.ts';

const plain: CoverText = { title: 'Leaving', authors: ['Ann'], language: 'en', direction: 'ltr' };
const sentence =
  'A complete account of the journeys, discoveries and misfortunes of a small publisher who reads aloud ';
const covers: Readonly<Record<string, CoverText>> = {
  plain,
  'with a subtitle': { ...plain, subtitle: 'How they went, and what they left' },
  'with 200 characters': { ...plain, title: sentence.repeat(2), subtitle: sentence },
  'with 2000 characters': { ...plain, title: sentence.repeat(20), subtitle: sentence.repeat(20) },
  'with one very long word': {
    ...plain,
    title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  },
  'with an endless word': { ...plain, title: 'x'.repeat(3000) },
  'with no authors': { ...plain, authors: [] },
  'with 40 authors': {
    ...plain,
    authors: Array.from({ length: 40 }, (_, index) => `Author Number ${index}`),
  },
  'with an endless author': { ...plain, authors: ['y'.repeat(500)] },
  'from right to left': {
    ...plain,
    title: 'מסע אל ארץ הספרים: "הסיפור" המלא!',
    language: 'he',
    direction: 'rtl',
  },
  'with emoji': { ...plain, title: 'Hello 👩‍👩‍👧‍👦 world 🏳️‍🌈!' },
  'with markup': { ...plain, title: `<&"'> ]]> <script>`, authors: ['&amp;'] },
  'with control characters': { ...plain, title: 'A\u0000B\u0007\nC', authors: ['\u001b'] },
};

const faces = { regular: await facesOf('regular'), bold: await facesOf('bold') };

function textsOf(element: SvgElement): readonly SvgElement[] {
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : textsOf(child)));
  return element.name === 'text' ? [element] : inner;
}
const lineOf = ({ children }: SvgElement): string =>
  children.filter((child) => typeof child === 'string').join('');
const wordsOf = (cover: SvgElement): readonly string[] => textsOf(cover).map(lineOf);

describe.each(Object.entries(covers))('a cover %s', (_what, text) => {
  test.each(['portrait', 'square'] as const)('is a %s picture of less than 500 KB', async (shape) => {
    const blobs = await temporaryBlobs();
    const cover = await drawCover.run({ ...text, shape }, contextOf(blobs, {}));
    const { width, height } = frames[shape];
    expect(cover).toMatchObject({ mediaType: 'image/png', width, height });
    expect(cover.image.bytes).toBeLessThan(500_000);
    const png = Buffer.from(await blobs.readAll(cover.image));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
  });

  test.each(['portrait', 'square'] as const)(
    'keeps its words within the margins of the %s and apart',
    (shape) => {
      const { width, height, margin, tile, rows } = frames[shape];
      let previous = tile * rows;
      for (const line of textsOf(layOutCover(text, shape, faces))) {
        const { attributes } = line;
        const [size, y] = [Number(attributes['font-size']), Number(attributes['y'])];
        const family = faces.bold.filter((face) => face.family === attributes['font-family']);
        const weight = attributes['font-weight'] === 600 ? [...family, ...faces.bold] : faces.regular;
        if (text.direction === 'ltr')
          expect(widthOf(lineOf(line), weight) * size).toBeLessThanOrEqual(width - 2 * margin + 1);
        expect(y - size * 0.88).toBeGreaterThanOrEqual(previous - 1);
        previous = y;
      }
      expect(previous).toBeLessThan(height - margin / 2);
    },
  );
});

test('equal texts have equal covers, others have others', async () => {
  const blobs = await temporaryBlobs();
  const draw = async (title: string) =>
    (await drawCover.run({ ...plain, title, shape: 'square' }, contextOf(blobs, {}))).image;
  expect(await draw('One')).toEqual(await draw('One'));
  expect(await draw('One')).not.toEqual(await draw('Two'));
});

test('all words are there, in their order', () => {
  const text = {
    ...plain,
    title: 'A title of several words',
    subtitle: 'And below',
    authors: ['Ann Å', 'Bob'],
  };
  const words = wordsOf(layOutCover(text, 'portrait', faces))
    .join(' ')
    .replaceAll('\u00a0', ' ');
  expect(words).toBe('A title of several words And below Ann Å · Bob');
});

test('too many authors end with an ellipsis, after a whole name', () => {
  const words = wordsOf(layOutCover(covers['with 40 authors'] ?? plain, 'portrait', faces));
  expect(words.at(-1)).toMatch(/Author Number \d+\u00a0· …$/);
});

test('a joined emoji that cannot be drawn leaves nothing behind', async () => {
  const title = 'A 🧑🏽‍🚀 B';
  expect((await drawableOf([title], new AbortController().signal)).text(title)).toBe('A B');
});

test('a title of which nothing can be drawn leaves the pattern alone, which is still its own', () => {
  const [one, other] = ['猫', '犬'].map((seed) =>
    layOutCover({ ...plain, title: '', authors: [] }, 'square', faces, seed),
  );
  expect(one && wordsOf(one)).toEqual([]);
  expect(one).not.toEqual(other);
});
