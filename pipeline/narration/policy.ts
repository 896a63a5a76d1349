/**
 * What is spoken for each kind of thing, and how long the silence around it is: the one place to change how a
 * publication sounds. Words that are spoken but not shown are in words.ts.
 */

/** Silences in seconds. Between two utterances the longer of "after the first" and "before the second" is kept. */
export const pauses = {
  /** Between the sentences of one paragraph. */
  sentence: 0.35,
  paragraph: 0.7,
  item: 0.5,
  cell: 0.3,
  row: 0.6,
  /** Around figures, tables, code and quotations. */
  block: 0.8,
  beforeHeading: 1.2,
  afterHeading: 0.8,
  afterChapterHeading: 1.1,
  /** Between a label ("Figure.", "1.", "Note 2.") and what it labels. */
  label: 0.25,
  thematicBreak: 1.8,
  chapterEnd: 1.5,
} as const;

/** An address that stands for itself is said by its host alone. */
export function spokenAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  return url.protocol === 'mailto:' ? url.pathname : url.host.replace(/^www\./, '');
}
