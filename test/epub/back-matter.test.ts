/** What closes a book: the notes of all its chapters in one, and its index. From files to the EPUB. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Book, Chapter } from '../../pipeline/document/model.ts';
import type { EpubInput } from '../../pipeline/epub/epub-input.ts';
import { orderOf, voicedOf } from '../../pipeline/epub/overlay/voiced.ts';
import { plan } from '../../pipeline/narration/plan-narration.ts';
import { readFixture } from '../helpers/read-fixture.ts';
import { ace, aceRuns } from '../tools/ace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { document, elementsOf, fileOf, packageOf, textOf } from './bind.ts';
import { idsOf, metadata } from './books.ts';
import { memoryBlobs } from './memory-blobs.ts';

const cases = ['notes-of-book', 'index', 'index-of-pages'] as const;
type Case = (typeof cases)[number];

async function inputOf(name: Case): Promise<EpubInput & { readonly book: Book }> {
  const { book } = await readFixture(join(import.meta.dirname, '../fixtures', name, 'in'));
  if (!book) throw new Error(`The fixture ${name} has no book.`);
  return { slug: name, book, metadata: metadata({ title: book.title, language: book.language }) };
}

function chapterOf(book: Book, kind: Chapter['kind']): Chapter {
  const found = book.chapters.find((chapter) => chapter.kind === kind);
  if (!found) throw new Error(`The book has no ${kind}.`);
  return found;
}

describe.each(cases)('%s', (name) => {
  test.skipIf(!epubCheckRuns)('EPUBCheck finds nothing', async () => {
    const { faults } = await epubCheck(await fileOf(await inputOf(name), memoryBlobs()));
    expect(faults).toEqual([]);
  });

  test.skipIf(!aceRuns)('Ace finds nothing', async () => {
    const input = await inputOf(name);
    const report = await ace(await fileOf(input, memoryBlobs()));
    expect(report).toEqual({ outcome: 'pass', violations: [], pages: input.book.chapters.length + 1 });
  });

  test('every id of the model is on one element, and every link leads to one', async () => {
    const input = await inputOf(name);
    const found = await packageOf(input, memoryBlobs());
    const pages = [...found.documents].filter(([file]) => file.endsWith('.xhtml'));
    const places = pages.flatMap(([file, root]) =>
      elementsOf(root).flatMap(({ attributes: { id } }) => (id ? [`${file}#${id}`] : [])),
    );
    const ids = places.map((place) => place.slice(place.indexOf('#') + 1));
    expect(idsOf(input.book).filter((id) => !ids.includes(id))).toEqual([]);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
    const links = pages.flatMap(([file, root]) =>
      elementsOf(root).flatMap(({ name: element, attributes }) => {
        const href = attributes['href'] ?? '';
        return element === 'a' && href.includes('#') ? [href.startsWith('#') ? file + href : href] : [];
      }),
    );
    expect(links.filter((link) => !places.includes(link))).toEqual([]);
  });

  test('what is spoken of each chapter has its place on its page', async () => {
    const { book } = await inputOf(name);
    for (const chapter of book.chapters) {
      const settings = { code: 'announce', notes: 'after-paragraph' } as const;
      const { utterances } = plan({ chapter, language: book.language, settings });
      const order = orderOf(voicedOf(chapter));
      expect(utterances.filter(({ target }) => target !== undefined && !order.has(target))).toEqual([]);
    }
  });
});

describe('the notes of the book', () => {
  test('are items of a list, each with a way back from every reference, in other files', async () => {
    const input = await inputOf('notes-of-book');
    const found = await packageOf(input, memoryBlobs());
    const [arrival] = input.book.chapters.filter(({ title }) => title === 'Arrival');
    const notes = document(found, `${chapterOf(input.book, 'endnotes').id}.xhtml`);
    const section = elementsOf(notes).find(({ name }) => name === 'section');
    expect(section?.attributes).toMatchObject({ 'epub:type': 'endnotes', role: 'doc-endnotes' });
    const [first] = elementsOf(notes).filter(({ attributes }) => attributes['epub:type'] === 'endnote');
    expect(first?.name).toBe('li');
    const back = first ? elementsOf(first).filter(({ attributes }) => attributes['role'] === 'doc-backlink') : []; // prettier-ignore
    const id = first?.attributes['id'] ?? '';
    expect(back.map(({ attributes }) => attributes['href'])).toEqual(
      [1, 2].map((count) => `${arrival?.id ?? ''}.xhtml#${id}-r${count}`),
    );
    expect(back.map(({ attributes }) => attributes['aria-label'])).toEqual([
      'Back to text, note 1, place 1',
      'Back to text, note 1, place 2',
    ]);
  });

  test('may be skipped when they are heard, and the contents and the landmarks lead to them', async () => {
    const input = await inputOf('notes-of-book');
    const chapter = chapterOf(input.book, 'endnotes');
    expect(voicedOf(chapter).flatMap((one) => ('inside' in one ? one.type : []))).toEqual(
      ['endnote', 'endnote', 'endnote', 'endnote'], // prettier-ignore
    );
    const toc = elementsOf(document(await packageOf(input, memoryBlobs()), 'toc.xhtml'));
    const links = toc.filter(({ attributes }) => attributes['href'] === `${chapter.id}.xhtml`);
    expect(links.map((link) => `${link.attributes['epub:type'] ?? ''} ${textOf(link)}`.trim())).toEqual([
      'Notes',
      'endnotes Notes',
    ]);
  });
});

describe('an index', () => {
  test('has its type, its role and its list of entries, and is told of in the metadata', async () => {
    const input = await inputOf('index');
    const found = await packageOf(input, memoryBlobs());
    const page = elementsOf(document(found, `${chapterOf(input.book, 'index').id}.xhtml`));
    expect(page.find(({ name }) => name === 'section')?.attributes).toMatchObject({ 'epub:type': 'index', role: 'doc-index' }); // prettier-ignore
    expect(page.filter(({ attributes }) => attributes['epub:type'] === 'index-entry-list')).toHaveLength(1);
    expect(elementsOf(document(found, 'content.opf')).map(textOf)).toContain('index');
  });

  test('that the author wrote and for which nothing is marked has its role alone', async () => {
    const input = await inputOf('index');
    const blank = chapterOf(input.book, 'index');
    const written: Book = {
      ...input.book,
      chapters: input.book.chapters.map((chapter) =>
        chapter === blank ? { ...blank, blocks: blank.blocks.slice(0, 1) } : chapter,
      ),
    };
    const found = await packageOf({ ...input, book: written }, memoryBlobs());
    const section = elementsOf(document(found, `${blank.id}.xhtml`)).find(({ name }) => name === 'section');
    expect(section?.attributes['role']).toBe('doc-index');
    expect(section?.attributes).not.toHaveProperty('epub:type');
  });
});
