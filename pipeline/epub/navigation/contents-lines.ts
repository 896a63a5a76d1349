import { contentsEntryId, contentsTitleId, listTitleId } from '../../derived-ids.ts';
import type { Book } from '../../document/model.ts';
import { wordsOf } from '../words.ts';
import { outlineOf, type OutlineEntry } from './entries.ts';

/** EPUB Structural Semantics of the lists. */
export const listTypes = { figures: 'loi', tables: 'lot' } as const;

/** A line that the contents page shows, and so one that is read aloud. */
export type ContentsLine = {
  readonly target: string;
  readonly text: string;
  /** BCP 47, where the words are Lectern's own. */
  readonly language?: string;
};

/** In the order of the page: the contents, then its lists. */
export function contentsLinesOf(book: Book): readonly ContentsLine[] {
  const { words, language } = wordsOf(book.language);
  return [
    { target: contentsTitleId, text: words.contents, language },
    ...linesOf(outlineOf(book)),
    ...(book.lists ?? []).flatMap(({ kind, entries }) => [
      { target: listTitleId(kind), text: words.lists[kind], language },
      ...entries.map(({ id, title }) => ({ target: contentsEntryId(id), text: title })),
    ]),
  ];
}

function linesOf(entries: readonly OutlineEntry[]): readonly ContentsLine[] {
  return entries.flatMap(({ id, title, entries: below }) => [
    { target: contentsEntryId(id), text: title },
    ...linesOf(below),
  ]);
}
