/** What an author may say that a chapter is, in the order in which books have them. */
export const authoredKinds = [
  'dedication', 'epigraph', 'foreword', 'preface', 'acknowledgments', 'introduction', 'prologue', 'part', 'chapter',
  'epilogue', 'conclusion', 'afterword', 'appendix', 'endnotes', 'glossary', 'bibliography', 'index', 'colophon',
] as const; // prettier-ignore
export type AuthoredKind = (typeof authoredKinds)[number];

/** What a chapter is: what its author says, or a page that Lectern adds. */
export const chapterKinds = ['titlepage', ...authoredKinds, 'credits'] as const;
export type ChapterKind = (typeof chapterKinds)[number];

/** Whatever the author's capitals, and in British spelling too. */
export function authoredKind(written: string): AuthoredKind | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/^acknowledgements?$|^acknowledgment$/, 'acknowledgments');
  return authoredKinds.find((kind) => kind === word);
}

export type PartOfBook = 'frontmatter' | 'bodymatter' | 'backmatter';

const opening: readonly ChapterKind[] = ['titlepage', 'dedication', 'epigraph', 'foreword', 'preface', 'introduction']; // prettier-ignore
const closing: readonly ChapterKind[] = ['acknowledgments', 'afterword', 'appendix', 'endnotes', 'glossary', 'bibliography', 'index', 'colophon', 'credits']; // prettier-ignore

/**
 * Which part of the book a chapter belongs to. The place counts as well: an epigraph behind the first chapter is one of that
 * part of the text, and acknowledgments before it open the book.
 */
export function partOfBook(kind: ChapterKind, isAfterText: boolean): PartOfBook {
  if (opening.includes(kind)) return isAfterText && kind !== 'titlepage' ? 'bodymatter' : 'frontmatter';
  if (closing.includes(kind)) return isAfterText || kind === 'credits' ? 'backmatter' : 'frontmatter';
  return 'bodymatter';
}

/** The part of the book of each chapter, in their order. */
export function partsOfBook(kinds: readonly ChapterKind[]): readonly PartOfBook[] {
  const first = kinds.findIndex((kind) => partOfBook(kind, false) === 'bodymatter');
  return kinds.map((kind, index) => partOfBook(kind, first !== -1 && index > first));
}

/** Whether a chapter ends the part before it: the next part does, and what closes the whole book. */
export function endsPart(kind: ChapterKind): boolean {
  return kind === 'part' || kind === 'epilogue' || kind === 'conclusion' || closing.includes(kind);
}
