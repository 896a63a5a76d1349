import { setImmediate as breathe } from 'node:timers/promises';
import type { Book } from '../document/model.ts';
import type { ContainerPage, ContainerTexts } from './container/epub-container.ts';
import { chapterPage } from './content/chapter.ts';
import { coverPage } from './content/cover-page.ts';
import type { EpubInput } from './epub-input.ts';
import { files, type Layout } from './layout.ts';
import { contentsPage } from './navigation/contents-page.ts';
import { ncxDocument } from './navigation/ncx.ts';
import { overlaysOf, type Overlay } from './overlay/overlays.ts';
import { wordsOfBook } from './overlay/words-of-book.ts';
import { identifierOf } from './package/identifier.ts';
import { packageDocument } from './package/package-document.ts';
import { styleSheet } from './style.ts';
import { nodesOf } from './walk.ts';
import { toXmlText } from '../xml/serialise.ts';

/** Every text of the package, finished: the documents that EPUB asks for, and the pages in reading order. */
export async function writeTexts(
  { book, metadata, cover, readAloud }: EpubInput,
  layout: Layout,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<{
  readonly texts: ContainerTexts;
  readonly pages: readonly ContainerPage[];
  readonly overlays: readonly Overlay[];
}> {
  const references = chaptersOfReferences(book);
  const words = wordsOfBook(book, readAloud);
  const pages: ContainerPage[] = [];
  if (cover && layout.cover)
    pages.push({ name: files.cover, text: coverPage(book, layout.cover, cover.alt) });
  for (const [index, chapter] of book.chapters.entries()) {
    await breathe(undefined, { signal });
    pages.push({
      name: layout.chapterHref(chapter.id),
      text: chapterPage(chapter, book, layout, references, words),
    });
    progress(index + 1, book.chapters.length);
  }
  const overlays = readAloud ? overlaysOf(book, layout, readAloud, words) : [];
  // As a reader of the package document sees it: the NCX must name the same.
  const identifier = toXmlText(identifierOf(metadata)).trim();
  const texts = {
    identifier,
    language: book.language,
    packageDocument: packageDocument(book, metadata, layout, {
      overlays,
      narrator: readAloud?.narrator ?? '',
    }),
    contents: contentsPage(book, layout),
    ncx: ncxDocument(book, layout, identifier),
    style: styleSheet,
  };
  return { texts, pages, overlays };
}

/** The chapter of every reference to a note, by its id: where the note's back links lead. */
function chaptersOfReferences(book: Book): ReadonlyMap<string, string> {
  const chapters = new Map<string, string>();
  for (const chapter of book.chapters) {
    for (const node of nodesOf(chapter)) if (node.type === 'note') chapters.set(node.id, chapter.id);
  }
  return chapters;
}
