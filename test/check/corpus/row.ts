/** One thing that a producer of EPUBs can do wrong, of those that the tests of w3c/epubcheck (src/test/resources) show. */
export type CorpusRow = {
  /** The name of the scenario's files there. */
  readonly scenario: string;
  /** What EPUBCheck 5.3 says of the rich book so broken. A `?` behind it: as usage alone. None where it says nothing. */
  readonly ids: readonly string[];
  readonly violation: string;
  /** How Lectern comes never to do it. */
  readonly avoided: string;
  /** How the rich book is made to do it, or why no change of a book can. */
  readonly breaks: readonly Edit[] | { readonly cannot: string };
  /** One of these codes is found by the checks of every build, where the change is made. */
  readonly found?: readonly string[];
};

/** The files of the rich book: its longest chapter and what belongs to it, by what they are. */
export type Part = 'package' | 'contents' | 'page' | 'overlay' | 'contentsOverlay' | 'style';
export type Edit = readonly [part: Part, from: string | RegExp, to: string];
