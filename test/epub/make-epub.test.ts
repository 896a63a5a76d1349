import { expect, test } from 'vitest';
import { makeEpub } from '../../pipeline/epub/make-epub.ts';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { bytesOf, document, elementsOf, fileOf, packageOf, textOf } from './bind.ts';
import { book, chapter, heading, idsOf, metadata, paragraph } from './books.ts';
import { kitchenSink } from './kitchen-sink.ts';
import { contextOf, memoryBlobs } from './memory-blobs.ts';

test.skipIf(!epubCheckRuns)(
  'EPUBCheck 5.3.0 finds no errors and no warnings in a book of everything',
  async () => {
    const blobs = memoryBlobs();
    const { version, faults } = await epubCheck(await fileOf(kitchenSink(blobs), blobs));
    expect(faults).toEqual([]);
    expect(version).toBe('5.3.0');
  },
);

test.skipIf(!epubCheckRuns)('EPUBCheck finds none in a small book without cover that is read from right to left', async () => {
  const blobs = memoryBlobs();
  const hebrew = book([chapter('c', [paragraph('p', 'שלום')], { title: 'שלום' })], { language: 'he', direction: 'rtl', title: 'שלום' });
  const { faults } = await epubCheck(await fileOf({ slug: 'rtl', book: hebrew, metadata: metadata({ title: 'שלום', language: 'he', authors: [] }) }, blobs));
  expect(faults).toEqual([]);
}); // prettier-ignore

test.skipIf(!aceRuns)('Ace finds no violation on any page of a book of everything', async () => {
  const blobs = memoryBlobs();
  const report = await ace(await fileOf(kitchenSink(blobs), blobs));
  expect(report).toEqual({ outcome: 'pass', violations: [], pages: 7 });
});

test('every id of the model is on exactly one element of the book', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const found = await packageOf(input, blobs);
  const pages = [...found.documents]
    .filter(([name]) => name.endsWith('.xhtml'))
    .flatMap(([, root]) => elementsOf(root));
  const ids = pages.flatMap(({ attributes }) => attributes['id'] ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(idsOf(input.book).filter((id) => !ids.includes(id))).toEqual([]);
});

test('every link and every source inside the package leads to something in it', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(kitchenSink(blobs), blobs);
  const idsIn = (name: string): readonly (string | null | undefined)[] => elementsOf(document(found, name)).map(({ attributes }) => attributes['id']);
  const files = new Set(found.entries.map(({ name }) => name));
  const lost: string[] = [];
  for (const [name, root] of found.documents) {
    for (const { attributes } of elementsOf(root)) {
      const target = attributes['href'] ?? attributes['src'];
      if (target == null || /^[a-z]+:/.test(target)) continue;
      const [file = '', id] = target.split('#');
      const exists = files.has(`OEBPS/${file === '' ? name : file}`);
      if (!exists || (id !== undefined && !idsIn(file === '' ? name : file).includes(id))) lost.push(`${name}: ${target}`);
    }
  }
  expect(lost).toEqual([]);
}); // prettier-ignore

test('a note leads back to each of its references, in other chapters too', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(kitchenSink(blobs), blobs);
  const back = elementsOf(document(found, 'c-prose.xhtml')).filter(
    ({ attributes }) => attributes['role'] === 'doc-backlink',
  );
  expect(back.map(({ attributes }) => attributes['href'])).toEqual([
    '#r-1',
    '#r-1b',
    'c-blocks.xhtml#r-far',
    '#r-2',
  ]);
  expect(new Set(back.map(({ attributes }) => attributes['aria-label'])).size).toBe(4);
});

test('template tags, markup and what XML forbids are text in titles, contents and metadata', async () => {
  const blobs = memoryBlobs();
  const title = `<%= 1 + 1 %><% process.exit(3) %><%- include('/etc/passwd') %> "'<>& ]]>\u0001`;
  const seen = title.replace('\u0001', '');
  const input = {
    slug: 'hostile',
    book: book([chapter('c', [heading(1, 'h', title)], { title })], { title }),
    metadata: metadata({
      title,
      identifier: ` id ${title}`,
      authors: [{ name: title, role: title, sortName: title }],
    }),
  };
  const found = await packageOf(input, blobs);
  const texts = (name: string, element: string): readonly string[] =>
    elementsOf(document(found, name)).filter((one) => one.name === element).map(textOf); // prettier-ignore
  expect(texts('content.opf', 'dc:title')).toEqual([seen]);
  expect(texts('content.opf', 'dc:creator')).toEqual([seen]);
  expect(texts('toc.xhtml', 'a')).toContain(seen);
  expect(texts('toc.ncx', 'text')).toEqual([seen, seen]);
  expect(texts('c.xhtml', 'h1')).toEqual([seen]);
});

test('the same book has the same bytes in every time zone', async () => {
  const before = process.env['TZ'];
  try {
    const made: Buffer[] = [];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env['TZ'] = zone;
      const blobs = memoryBlobs();
      made.push(await bytesOf(kitchenSink(blobs), blobs));
    }
    expect(made.map((bytes) => made[0]?.equals(bytes))).toEqual([true, true, true]);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});

test('the result tells how many pages there are: cover, contents and chapters', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const { contentFiles } = await makeEpub.run(input, contextOf(blobs));
  expect(contentFiles).toBe(input.book.chapters.length + 2);
});
