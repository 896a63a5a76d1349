/**
 * How a publication is paced: every silence, tempo and fade, in one table. What is said for each kind of thing is decided
 * in narration/; how a silence is cut and joined, in speech/ and audio/.
 */

/** Silences in seconds between utterances. Of "after the first" and "before the second" the longer is kept. */
export const pauses = {
  /** Between the sentences of one paragraph. */
  sentence: 0.35,
  paragraph: 0.7,
  /** Where a line of verse ends, and behind the last of its stanza. */
  verseLine: 0.4,
  stanza: 0.95,
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

/** Tempo by what is spoken; 1 is the voice's own, 0.9 a tenth slower. */
export const tempos = {
  heading: 0.93,
  code: 0.93,
  other: 1,
} as const;

/**
 * Silences in seconds inside an utterance, where it is spoken in pieces: a sentence too long for the voice, or a passage in
 * another voice. By the sign that the piece before ends with.
 */
export const pausesAfter: Readonly<Record<string, number>> = {
  ',': 0.16,
  '—': 0.22,
  ';': 0.26,
  ':': 0.26,
  '.': 0.35,
  '!': 0.35,
  '?': 0.35,
  '…': 0.45,
};
/** Where a piece ends in the middle of a phrase: hardly a breath, so that a foreign word does not fall out of its sentence. */
export const pauseWithinPhrase = 0.04;

/** What stays of the silence before an utterance's first sound and after its last, so that no breath and no soft onset is cut. */
export const marginsSeconds = { before: 0.015, after: 0.04 } as const;
/** How long a sound takes to come up and to go down, so that no join clicks. */
export const fadeSeconds = 0.003;
