import type { Book, Section } from '../../document/model.ts';
import type { Layout } from '../layout.ts';

/** A line of the contents with what stands below it. Both the navigation document and the NCX are made of these. */
export type Entry = { readonly title: string; readonly href: string; readonly entries: readonly Entry[] };

/** Everything but the title page, in reading order; a book that is only a title page lists that. */
export function entriesOf(book: Book, layout: Layout): readonly Entry[] {
  const listed = book.chapters.filter(({ kind }) => kind !== 'titlepage');
  return (listed.length > 0 ? listed : book.chapters).map(({ id, title, sections }) => {
    const href = layout.chapterHref(id);
    return { title, href, entries: sections.map((section) => entryOf(section, href)) };
  });
}

function entryOf({ id, title, sections }: Section, file: string): Entry {
  return { title, href: `${file}#${id}`, entries: sections.map((section) => entryOf(section, file)) };
}
