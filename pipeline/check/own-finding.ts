import type { Finding, FindingPlace, Severity } from './finding.ts';

type Kind = {
  readonly severity: Severity;
  /** In one sentence: the report lists what was looked for. */
  readonly law: string;
};

const law = (severity: Severity, words: string): Kind => ({ severity, law: words });

/** Everything that Lectern itself looks for, by code. */
export const laws = {
  // ── the archive and its documents ─────────────────────────────────────────────────────────────────────────
  'not-a-zip': law('fatal', 'The file is a zip archive that can be read.'),
  'too-much-inside': law('fatal', 'The archive holds no more than a program can unpack.'),
  'unsafe-name': law('error', 'Every name in the archive stays inside it.'),
  'name-twice': law('error', 'Every name in the archive stands there once.'),
  'no-container': law('fatal', 'META-INF/container.xml names the package document.'),
  'no-package': law('fatal', 'The package document is in the archive.'),
  'broken-xml': law('fatal', 'Every document that is read is well-formed XML.'),
  unreadable: law('fatal', 'Every file that is read can be read whole.'),

  // ── the overlays ──────────────────────────────────────────────────────────────────────────────────────────
  'overlay-missing': law('error', 'Every overlay that a page names is a file of the package.'),
  'target-missing': law('error', 'Every text that an overlay names is in the book.'),
  'audio-missing': law('error', 'Every audio file that an overlay names is in the book.'),
  'clip-time-wrong': law('error', 'Every time of a clip is a clock value.'),
  'clip-empty': law('error', 'Every clip ends after it begins.'),
  'clip-past-audio': law('error', 'Every clip ends within its audio.'),
  'clips-overlap': law('error', 'No two clips share a part of their audio.'),
  'audio-not-measured': law('info', 'The length of every audio file is known.'),
  'duration-wrong': law('error', 'The duration of every overlay is that of its clips, within a second.'),
  'total-duration-wrong': law(
    'error',
    'The duration of the whole is the sum of the overlays’, within a second.',
  ),
  'class-undefined': law('error', 'A style sheet of every page defines the class of what is being read.'),
  'order-differs': law('error', 'The clips come in the order of the text.'),
  'text-unvoiced': law('warning', 'Every visible text and text alternative has a clip.'),
  'text-voiced-twice': law('error', 'No text has two clips.'),
  'page-without-overlay': law('warning', 'Where one page is read aloud, all are.'),

  'class-not-named': law(
    'warning',
    'Where the style sheets have the usual class of what is heard, the package names it.',
  ),

  // ── the pages ─────────────────────────────────────────────────────────────────────────────────────────────
  'alternative-missing': law('error', 'Every image and every formula has a text alternative.'),
  'languages-differ': law('error', 'Every text is said to be in one language.'),
  'prefix-undeclared': law('error', 'Every prefix of a type is declared.'),
  'type-unknown': law('info', 'Every type is in a vocabulary, and in use.'),
  'type-repeats-element': law('info', 'No type says again what its element says.'),
  'ruby-parenthesis': law('info', 'Ruby has no parentheses, which reading systems do not need.'),
  'contents-order': law('warning', 'The table of contents is in the order of the book.'),

  // ── what is said twice ────────────────────────────────────────────────────────────────────────────────────
  'caption-repeats-alt': law(
    'warning',
    'A caption says something else than the text alternative of its image.',
  ),
  'checker-failed': law('error', 'Every checker that is here comes to an end.'),
} as const satisfies Readonly<Record<string, Kind>>;

export type OwnCode = keyof typeof laws;

export function finding(
  code: OwnCode,
  message: string,
  place?: FindingPlace,
  severity: Severity = laws[code].severity,
): Finding {
  return { checker: 'lectern', severity, code, message, ...(place && { place }) };
}

/** A fault that ends the reading of the EPUB, thrown where it is met and told as a finding. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
  readonly finding: Finding;

  constructor(code: OwnCode, message: string, place?: FindingPlace, cause?: unknown) {
    super(message, { cause });
    this.finding = finding(code, message, place);
  }
}

/** The findings of a piece of work, or the one that ended it. */
export async function findingsOf(work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableError) return [error.finding];
    throw error;
  }
}
