/** How a word or phrase is said, where the rules would say it otherwise: words to say, or a sound in IPA. */
export type LexiconEntry = {
  /** As it is written in the text. White space is single spaces. */
  readonly grapheme: string;
  /** BCP 47: the text must be in this language, of whatever region. */
  readonly language: string;
  /** Exactly one of the two is there. */
  readonly say?: string;
  readonly ipa?: string;
  /** Whether upper and lower case must be as written here. */
  readonly exactCase: boolean;
};
