import { endsPart } from '../../chapter-kinds.ts';
import type { Book, Chapter, Section } from '../../document/model.ts';
import type { Layout } from '../layout.ts';

/** A line of the contents: `id` is that of the chapter or heading it leads to, `chapter` the chapter it is in. */
export type OutlineEntry = {
  readonly id: string;
  readonly chapter: string;
  readonly title: string;
  readonly entries: readonly OutlineEntry[];
};

/** A line of the contents with where it leads. */
export type Entry = Omit<OutlineEntry, 'entries'> & {
  readonly href: string;
  readonly entries: readonly Entry[];
};

/** Everything but the title page, in reading order; a book that is only a title page lists that. */
export function outlineOf(book: Book): readonly OutlineEntry[] {
  const listed = book.chapters.filter(({ kind }) => kind !== 'titlepage');
  return inParts(listed.length > 0 ? listed : book.chapters);
}

/** The chapters behind a part are below it, as far as it reaches. */
function inParts(chapters: readonly Chapter[]): readonly OutlineEntry[] {
  const top: OutlineEntry[] = [];
  let part: OutlineEntry[] | undefined;
  for (const chapter of chapters) {
    if (endsPart(chapter.kind)) part = undefined;
    const entry = entryOf(chapter);
    if (chapter.kind === 'part') top.push({ ...entry, entries: (part = [...entry.entries]) });
    else (part ?? top).push(entry);
  }
  return top;
}

function entryOf({ id, title, sections }: Chapter): OutlineEntry {
  const below = ({ id: section, title: words, sections: inner }: Section): OutlineEntry => ({
    id: section,
    chapter: id,
    title: words,
    entries: inner.map(below),
  });
  return { id, chapter: id, title, entries: sections.map(below) };
}

/** Both the navigation document and the NCX are made of these. */
export function entriesOf(book: Book, layout: Layout): readonly Entry[] {
  const placed = (entry: OutlineEntry): Entry => {
    const file = layout.chapterHref(entry.chapter);
    return {
      ...entry,
      href: entry.id === entry.chapter ? file : `${file}#${entry.id}`,
      entries: entry.entries.map(placed),
    };
  };
  return outlineOf(book).map(placed);
}
