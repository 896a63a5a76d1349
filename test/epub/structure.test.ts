import { expect, test } from 'vitest';
import { chapterKinds, partsOfBook } from '../../pipeline/chapter-kinds.ts';
import { voicedOf } from '../../pipeline/epub/overlay/voiced.ts';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { document, elementsOf, fileOf, packageOf, textOf } from './bind.ts';
import { idsOf } from './books.ts';
import { memoryBlobs } from './memory-blobs.ts';
import { structuredBook } from './structured-book.ts';

test.skipIf(!epubCheckRuns)('EPUBCheck finds nothing in a book of every kind of chapter', async () => {
  const blobs = memoryBlobs();
  const { faults } = await epubCheck(await fileOf(structuredBook(blobs), blobs));
  expect(faults).toEqual([]);
});

test.skipIf(!aceRuns)('Ace finds nothing in a book of every kind of chapter', async () => {
  const blobs = memoryBlobs();
  const input = structuredBook(blobs);
  const report = await ace(await fileOf(input, blobs));
  expect(report).toEqual({ outcome: 'pass', violations: [], pages: input.book.chapters.length + 1 });
});

test('every id of the model is on exactly one element', async () => {
  const blobs = memoryBlobs();
  const input = structuredBook(blobs);
  const found = await packageOf(input, blobs);
  const pages = [...found.documents].filter(([name]) => name.endsWith('.xhtml'));
  const ids = pages.flatMap(([, root]) =>
    elementsOf(root).flatMap(({ attributes }) => attributes['id'] ?? []),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(idsOf(input.book).filter((id) => !ids.includes(id))).toEqual([]);
});

test('each kind of chapter has its type, its role and its part of the book', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(structuredBook(blobs), blobs);
  const seen = chapterKinds.map((kind) => {
    const all = elementsOf(document(found, `c-${kind}.xhtml`));
    const section = all.find(({ name }) => name === 'section')?.attributes;
    const part = all.find(({ name }) => name === 'body')?.attributes['epub:type'];
    return `${part ?? ''}: ${section?.['epub:type'] ?? ''} ${section?.['role'] ?? ''}`.trim();
  });
  expect(seen).toEqual([
    'frontmatter: titlepage',
    'frontmatter: dedication doc-dedication',
    'frontmatter: epigraph doc-epigraph',
    'frontmatter: foreword doc-foreword',
    'frontmatter: preface doc-preface',
    'frontmatter: acknowledgments doc-acknowledgments',
    'frontmatter: introduction doc-introduction',
    'bodymatter: prologue doc-prologue',
    'bodymatter: part doc-part',
    'bodymatter: chapter doc-chapter',
    'bodymatter: epilogue doc-epilogue',
    'bodymatter: conclusion doc-conclusion',
    'backmatter: afterword doc-afterword',
    'backmatter: appendix doc-appendix',
    'backmatter: endnotes doc-endnotes',
    'backmatter: glossary doc-glossary',
    'backmatter: bibliography doc-bibliography',
    'backmatter: index doc-index',
    'backmatter: colophon doc-colophon',
    'backmatter: credits doc-credits',
  ]);
});

test('what opens a book stands in the text where chapters stand before it, and what closes it may open it', () => {
  expect(partsOfBook(['titlepage', 'acknowledgments', 'chapter', 'epigraph', 'chapter', 'colophon'])).toEqual(
    ['frontmatter', 'frontmatter', 'bodymatter', 'bodymatter', 'bodymatter', 'backmatter'],
  );
  expect(partsOfBook(['titlepage', 'credits'])).toEqual(['frontmatter', 'backmatter']);
});

test('a part holds the chapters behind it in the contents and the NCX, up to what closes the book', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(structuredBook(blobs), blobs);
  const contents = elementsOf(document(found, 'toc.xhtml'));
  const part = contents.find(({ name, children }) => name === 'li' && children.some((child) => textOf(child) === 'The part')); // prettier-ignore
  expect(part && elementsOf(part).filter(({ name }) => name === 'a').map(textOf)).toEqual(['The part', 'The chapter']); // prettier-ignore
  const points = elementsOf(document(found, 'toc.ncx')).filter(({ name }) => name === 'navPoint');
  const [within] = points.filter(
    (point) => elementsOf(point).filter(({ name }) => name === 'navPoint').length > 1,
  );
  expect(within && elementsOf(within).filter(({ name }) => name === 'text').map(textOf)).toEqual(['The part', 'The chapter']); // prettier-ignore
});

test('landmarks lead to what readers look for, and to the lists', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(structuredBook(blobs), blobs);
  const landmarks = elementsOf(document(found, 'toc.xhtml')).find(({ attributes }) => attributes['id'] === 'landmarks'); // prettier-ignore
  const links = landmarks ? elementsOf(landmarks).filter(({ name }) => name === 'a') : [];
  expect(links.map(({ attributes }) => `${attributes['epub:type'] ?? ''} ${attributes['href'] ?? ''}`)).toEqual([
    'titlepage c-titlepage.xhtml',
    'toc toc.xhtml',
    'loi toc.xhtml#figures',
    'lot toc.xhtml#tables',
    'bodymatter c-prologue.xhtml',
    ...['foreword', 'preface', 'acknowledgments', 'introduction', 'prologue', 'epilogue', 'conclusion', 'afterword'].map((kind) => `${kind} c-${kind}.xhtml`),
    ...['appendix', 'endnotes', 'glossary', 'bibliography', 'index', 'colophon', 'credits'].map((kind) => `${kind} c-${kind}.xhtml`),
  ]); // prettier-ignore
});

test('pages of print are marked, listed and told of, and their edition is named', async () => {
  const blobs = memoryBlobs();
  const input = structuredBook(blobs);
  const found = await packageOf(input, blobs);
  const marks = elementsOf(document(found, 'c-chapter.xhtml')).filter(({ attributes }) => attributes['role'] === 'doc-pagebreak'); // prettier-ignore
  expect(marks.map(({ name, attributes }) => `${name} ${attributes['epub:type'] ?? ''} ${attributes['aria-label'] ?? ''}`)).toEqual([
    'div pagebreak iv', 'span pagebreak 1', 'span pagebreak 2', 'div pagebreak 3',
  ]); // prettier-ignore
  const list = elementsOf(document(found, 'toc.xhtml')).find(({ attributes }) => attributes['epub:type'] === 'page-list'); // prettier-ignore
  const links = list ? elementsOf(list).filter(({ name }) => name === 'a') : [];
  expect(links.map((link) => `${textOf(link)} ${link.attributes['href'] ?? ''}`)).toEqual(
    ['iv', '1', '2', '3'].map((number) => `${number} c-chapter.xhtml#page-${number}`),
  );
  const metas = (one: typeof found): readonly string[] =>
    elementsOf(document(one, 'content.opf')).filter(({ name }) => name === 'meta').map((meta) => `${meta.attributes['property'] ?? ''}=${textOf(meta)}`); // prettier-ignore
  expect(metas(found)).toEqual(
    expect.arrayContaining([
      'pageBreakSource=urn:isbn:9780306406157',
      'schema:accessibilityFeature=pageBreakMarkers',
      'schema:accessibilityFeature=pageNavigation',
    ]),
  );
  const { source: _source, ...metadata } = input.metadata;
  expect(metas(await packageOf({ ...input, metadata }, blobs))).toContain('pageBreakSource=none');
});

test('a reader may leave an aside, and its label is voiced with it; lines of verse are voiced one by one', () => {
  const { book } = structuredBook(memoryBlobs());
  const chapter = book.chapters.find(({ kind }) => kind === 'chapter');
  const voiced = chapter ? voicedOf(chapter) : [];
  expect(voiced).toContainEqual({
    id: 'a-2',
    type: 'aside',
    inside: [{ id: 'a-2-l-s1' }, { id: 'a-2-p-s1' }],
  });
  const ids = voiced.map(({ id }) => id);
  expect(ids.slice(ids.indexOf('poem-1-t-s1'), ids.indexOf('poem-1-by-s1') + 1)).toEqual(
    ['poem-1-t-s1', 'li-1-s1', 'li-2-s1', 'li-3-s1', 'poem-1-by-s1'], // prettier-ignore
  );
  expect(ids.filter((id) => id.startsWith('page'))).toEqual([]);
});

test('terms of a glossary and their definitions say what they are', async () => {
  const blobs = memoryBlobs();
  const found = await packageOf(structuredBook(blobs), blobs);
  const types = elementsOf(document(found, 'c-glossary.xhtml')).flatMap(({ name, attributes }) =>
    /^gloss(?:term|def)$/.test(attributes['epub:type'] ?? '')
      ? [`${name} ${attributes['epub:type'] ?? ''}`]
      : [],
  );
  expect(types).toEqual(['dfn glossterm', 'dd glossdef']);
});
