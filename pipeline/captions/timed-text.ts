/** What captions and transcripts are made from: what was said, as it is written, and when. */

/** An utterance with its times, in samples from its chapter's first. */
export type TimedUtterance = {
  /** The element that is voiced; none for what Lectern alone says. */
  readonly target?: string;
  readonly role: string;
  /** As it is written. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly beginSample: number;
  readonly endSample: number;
  /**
   * Word by word: where in `text` (UTF-16 offsets), and in which samples, it begins and ends: four numbers a word, the form in
   * which the timeline keeps them. Several words may voice one stretch of the text.
   */
  readonly words: readonly number[];
};

export type TimedChapter = {
  readonly id: string;
  readonly title: string;
  /** With the silence at its end. */
  readonly samples: number;
  readonly utterances: readonly TimedUtterance[];
};

/** A chapter with its place in the book. */
export type PlacedChapter = TimedChapter & {
  /** In the audio of the whole book. */
  readonly beginSample: number;
  readonly cues: readonly Cue[];
};

/** What stands on the screen for a while. Samples count from the chapter's first; cues of a chapter do not overlap. */
export type Cue = {
  readonly beginSample: number;
  readonly endSample: number;
  /** One or two. */
  readonly lines: readonly string[];
};
