import type { Words } from '../words.ts';
import type { IndexPlace } from './places.ts';

/** A link from an entry of the index to a place in the book. */
export type Locator = {
  /** Of the mark that it leads to, and of the chapter which shows that. */
  readonly id: string;
  readonly chapter: string;
  /** The page of print; in a book without such pages the title of the section. */
  readonly label: string;
  /** Whether that is a page and no more, so short that a comma parts it from the next. */
  readonly isPage: boolean;
};

type Mark = { readonly id: string; readonly place: IndexPlace };

/** Of several marks on one page, or in one section, the first. Sections of one title are told apart by their chapters. */
export function locatorsOf(marks: readonly Mark[], words: Words): readonly Locator[] {
  const first = new Map<string, Mark>();
  for (const mark of marks) {
    const { page, section, note } = mark.place;
    const key = JSON.stringify([page?.id ?? section, note]);
    if (!first.has(key)) first.set(key, mark);
  }
  const chosen = [...first.values()];
  const isTwin = ({ place: { page, section, sectionTitle } }: Mark): boolean =>
    page === undefined &&
    chosen.some(({ place }) => place.sectionTitle === sectionTitle && place.section !== section);
  return chosen.map((mark): Locator => {
    const { chapter, chapterTitle, sectionTitle, page, note } = mark.place;
    const title =
      isTwin(mark) && chapterTitle !== sectionTitle
        ? words.labelled(chapterTitle) + sectionTitle
        : sectionTitle;
    const label = page === undefined ? title : words.index.page(page.number);
    return {
      id: mark.id,
      chapter,
      label: note === undefined ? label : words.index.note(label, note),
      isPage: page !== undefined && note === undefined,
    };
  });
}
