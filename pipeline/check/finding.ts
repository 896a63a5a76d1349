/** From what ends the reading of the book to what is only told. */
export const severities = ['fatal', 'error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

export const checkers = ['lectern', 'epubcheck-ts', 'epubcheck', 'ace'] as const;
export type Checker = (typeof checkers)[number];

/** What a checker found in an EPUB. */
export type Finding = {
  readonly checker: Checker;
  readonly severity: Severity;
  /** The checker's own name for this kind of fault: `clip-past-audio`, `RSC-005`. */
  readonly code: string;
  /** One sentence or more; it may hold anything that the EPUB holds, control characters too. */
  readonly message: string;
  readonly place?: FindingPlace;
};

/** Lines and columns count from 1; a file that has none, such as audio, is named by its path alone. */
export type FindingPlace = {
  /** Inside the archive. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
};

/** Whether the checker says that the EPUB is not in order. */
export function isGrave({ severity }: Finding): boolean {
  return severity === 'fatal' || severity === 'error';
}
