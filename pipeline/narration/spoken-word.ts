/**
 * One word as it is said, and what it voices. Spoken words stand in the order in which they are heard; joined by spaces
 * they are the text that a voice gets.
 *
 *     written   $4.5 million,
 *     spoken    four  point  five  million  dollars,
 *     voices    $4.5  $4.5   $4.5  million  $4.5
 */
export type SpokenWord = {
  /**
   * The word with the punctuation that is heard with it: `million`, `“Why?”`, `dollars,`. No white space inside, at least one
   * letter. A dash that is heard as a pause stands at the word before it: `noon —` is `noon—`.
   */
  readonly text: string;
  /** Where in the written text what it voices begins and ends: UTF-16 offsets, the end past the last. Several words may voice one stretch. */
  readonly begin: number;
  readonly end: number;
  /** The letters are named one by one: `F`, `TV`. */
  readonly letters?: true;
  /** How it sounds, in IPA, where the author said so. */
  readonly ipa?: string;
};

/** A stretch of the written text whose words are given, not worked out: `:say[2/3]{as="two out of three"}`, a lexicon's alias or phonemes. */
export type FixedSpeech = {
  readonly begin: number;
  readonly end: number;
  /** The words to say; undefined where only the sound is given: the words are then the written ones. */
  readonly say?: string;
  /** Single letters in `say` are named. */
  readonly letters?: true;
  readonly ipa?: string;
};

/** A stretch of the written text in which rules of wording are turned off by the author: all of them, or those named. */
export type RulesOff = {
  readonly begin: number;
  readonly end: number;
  readonly rules: 'all' | readonly string[];
};

export type WordingOptions = {
  /** BCP 47: decides `1/10/2022`, and what is said of `&` or `°`. */
  readonly language: string;
  readonly fixed: readonly FixedSpeech[];
  readonly off: readonly RulesOff[];
};

/** Turns a written text into spoken words. Nothing written is lost: every letter and digit lies in the stretch of some word. */
export type Wording = (text: string, options: WordingOptions) => readonly SpokenWord[];
