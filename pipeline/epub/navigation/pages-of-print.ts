import type { Book } from '../../document/model.ts';
import type { Layout } from '../layout.ts';
import { nodesOf } from '../walk.ts';

/** Where each page of the print edition begins, in reading order. */
export function pagesOfPrint(
  book: Book,
  layout: Layout,
): readonly { readonly number: string; readonly href: string }[] {
  return book.chapters.flatMap((chapter) =>
    [...nodesOf(chapter)].flatMap((node) =>
      node.type === 'page'
        ? [{ number: node.number, href: `${layout.chapterHref(chapter.id)}#${node.id}` }]
        : [],
    ),
  );
}
