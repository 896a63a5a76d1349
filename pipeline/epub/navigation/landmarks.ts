import { partsOfBook, type ChapterKind } from '../../chapter-kinds.ts';
import type { Book } from '../../document/model.ts';
import { files, type Layout } from '../layout.ts';
import { wordsOf } from '../words.ts';
import { listTypes } from './contents-lines.ts';

/** A place that readers offer a way to (EPUB 3.3, 7.4.3). */
export type Landmark = { readonly type: string; readonly href: string; readonly title: string };

/** What readers look for by its kind; of several the first. */
const landmarkKinds: readonly ChapterKind[] = [
  'foreword', 'preface', 'acknowledgments', 'introduction', 'prologue', 'epilogue', 'conclusion', 'afterword', 'appendix',
  'endnotes', 'glossary', 'bibliography', 'index', 'colophon', 'credits',
]; // prettier-ignore

export function landmarksOf(book: Book, layout: Layout): readonly Landmark[] {
  const { words } = wordsOf(book.language);
  const first = (
    kind: Book['chapters'][number]['kind'],
  ): { readonly id: string; readonly title: string } | undefined =>
    book.chapters.find((chapter) => chapter.kind === kind);
  const titlepage = first('titlepage');
  const parts = partsOfBook(book.chapters.map(({ kind }) => kind));
  const start = book.chapters[parts.indexOf('bodymatter')];
  const marked = landmarkKinds.flatMap((kind) => {
    const found = first(kind);
    return found ? [{ type: kind, href: layout.chapterHref(found.id), title: found.title }] : [];
  });
  return [
    ...(layout.cover ? [{ type: 'cover', href: files.cover, title: words.cover }] : []),
    ...(titlepage
      ? [{ type: 'titlepage', href: layout.chapterHref(titlepage.id), title: titlepage.title }]
      : []),
    { type: 'toc', href: files.contents, title: words.contents },
    ...(book.lists ?? []).map(({ kind }) => ({
      type: listTypes[kind],
      href: `${files.contents}#${kind}`,
      title: words.lists[kind],
    })),
    ...(start ? [{ type: 'bodymatter', href: layout.chapterHref(start.id), title: words.start }] : []),
    ...marked,
  ];
}
