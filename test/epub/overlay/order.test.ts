/** What is voiced, against what the pages show: in every fixture that can be read. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapterPage } from '../../../pipeline/epub/content/chapter.ts';
import { layOut } from '../../../pipeline/epub/layout.ts';
import { orderOf, voicedOf } from '../../../pipeline/epub/overlay/voiced.ts';
import { readFixture } from '../../helpers/read-fixture.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const names = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const read = await Promise.all(
  names.map(async (name) => ({ name, ...(await readFixture(join(fixtures, name, 'in'))) })),
);
const books = read.flatMap(({ name, book, script }) => (book && script ? [{ name, book, script }] : []));

describe.each(books)('$name', ({ book, script }) => {
  const layout = layOut(book);
  const pages = book.chapters.map((chapter, index) => ({
    order: orderOf(voicedOf(chapter)),
    text: chapterPage(chapter, book, layout, new Map()),
    targets: (script.chapters[index]?.utterances ?? []).flatMap(({ target }) => target ?? []),
  }));

  test('every element that is voiced has one place, on its own page', () => {
    for (const { order, targets } of pages) {
      expect(new Set(targets).size).toBe(targets.length);
      for (const target of targets) expect(order.has(target), target).toBe(true);
    }
  });

  test('the order of an overlay is the order of the page', () => {
    for (const { order, text, targets } of pages) {
      const places = targets
        .toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
        .map((id) => text.indexOf(` id="${id}"`));
      expect(places.includes(-1)).toBe(false);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});

test('there are fixtures to look at', () => {
  expect(books.length).toBeGreaterThan(15);
});
