import type { Book } from '../../document/model.ts';
import { files, type Layout } from '../layout.ts';
import { wordsOf } from '../words.ts';

/** A place that readers offer a way to (EPUB 3.3, 7.4.3). */
export type Landmark = { readonly type: string; readonly href: string; readonly title: string };

export function landmarksOf(book: Book, layout: Layout): readonly Landmark[] {
  const { words } = wordsOf(book.language);
  const first = (
    kind: Book['chapters'][number]['kind'],
  ): { readonly id: string; readonly title: string } | undefined =>
    book.chapters.find((chapter) => chapter.kind === kind);
  const titlepage = first('titlepage');
  const start = first('chapter');
  const credits = first('credits');
  return [
    ...(layout.cover ? [{ type: 'cover', href: files.cover, title: words.cover }] : []),
    ...(titlepage
      ? [{ type: 'titlepage', href: layout.chapterHref(titlepage.id), title: titlepage.title }]
      : []),
    { type: 'toc', href: files.contents, title: words.contents },
    ...(start ? [{ type: 'bodymatter', href: layout.chapterHref(start.id), title: words.start }] : []),
    ...(credits ? [{ type: 'credits', href: layout.chapterHref(credits.id), title: credits.title }] : []),
  ];
}
