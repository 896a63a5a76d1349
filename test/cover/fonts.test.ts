import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { facesFor, facesOf, fontFiles, missingIn, widthOf } from '../../pipeline/cover/fonts.ts';
import { readFontMetrics } from '../../pipeline/cover/font-metrics.ts';
import { renderSvg } from '../../pipeline/cover/render-svg.ts';
import { serialise, svg } from '../../pipeline/cover/svg-tree.ts';

const regular = await facesOf('regular');

test.each([
  ['Straße, Œuvre, Łódź', 'Source Serif 4'],
  ['Преступление', 'Source Serif 4'],
  ['הסיפור', 'DejaVu Sans'],
  ['ألف ليلة', 'DejaVu Sans'],
])('%s is set in %s', (text, family) => {
  expect(facesFor(text, regular)[0]?.family).toBe(family);
});

test('what no font has is told, marks and joiners aside', () => {
  expect(missingIn('a猫\u200d\ufe0f猫ไ', regular)).toEqual(['猫', 'ไ']);
});

test.each(['Hamburgefonstiv', 'Wave', 'Преступление и наказание', 'iiiiiiii WWWWWWWW'])(
  'the width of %s is never less than what is drawn, and little more',
  async (text) => {
    const drawn = svg('text', { x: 10, y: 100, 'font-size': 100, 'font-family': 'Source Serif 4' }, text);
    const { pixels, width } = await renderSvg(
      serialise(svg('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 2400, height: 150 }, drawn)),
      {},
      new AbortController().signal,
    );
    const inked = Array.from({ length: width }, (_, x) => x).filter((x) =>
      Array.from({ length: 150 }, (_, y) => pixels[(y * width + x) * 4 + 3] ?? 0).some(
        (alpha) => alpha > 128,
      ),
    );
    const measured = widthOf(text, regular) * 100;
    const seen = (inked.at(-1) ?? 0) - (inked[0] ?? 0);
    // Kerning and the room beside the outermost letters.
    expect(seen / measured).toBeLessThan(1.01);
    expect(seen / measured).toBeGreaterThan(0.9);
  },
);

test('every font file can be read', async () => {
  for (const file of fontFiles) {
    const advance = readFontMetrics(await readFile(file)).advance(0x6d);
    expect(advance).toBeGreaterThan(0.5);
    expect(advance).toBeLessThan(1.2);
  }
});

test('what is no font is an error', () => {
  expect(() => readFontMetrics(new Uint8Array(64))).toThrow('The font has no table head.');
});
