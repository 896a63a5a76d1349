import type { Wording } from '../../narration/spoken-word.ts';
import { canonicalWords, isNumeral } from './canonical-words.ts';
import { compareWords, type Comparison, type Difference } from './compare-words.ts';
import { soundDistance } from './sound-distance.ts';

/**
 * When an author should listen to an utterance. Of clear speech the recogniser gets one word in fifty wrong, so a wrong word is
 * no news. A dropped, added or other word is, and it sounds unlike: a passage counts where it is at least this many sounds
 * away from what was to be said, and at least this share of it. Names that are spelled by ear ("Kai Eve"), homophones and
 * single swallowed sounds remain below; so does a dropped "the", of which the recogniser itself drops many. Another number
 * always counts, however alike it sounds: "eleven" is near "seven", and what it means is not.
 */
export const suspicion = {
  sounds: 3,
  share: 0.5,
  /** One or two words alone tell it too little: they must be longer than a syllable or two, and nearly nothing may agree. */
  shortWords: 2,
  shortSounds: 4,
  shortShare: 0.7,
} as const;

export type Judgement = Comparison & {
  /** Whether the author should listen to it. */
  readonly suspect: boolean;
};

export type Judge = (said: string, heard: string) => Judgement;

/**
 * @param wording how English is said
 * @param pronounce how English words sound, in Kokoro's phonemes
 */
export function hearingJudge(wording: Wording, pronounce: (words: readonly string[]) => string): Judge {
  return (said, heard) => {
    const expected = canonicalWords(said, wording);
    const comparison = compareWords(expected, canonicalWords(heard, wording));
    const isShort = expected.length <= suspicion.shortWords;
    const share = isShort ? suspicion.shortShare : suspicion.share;
    const sounds = isShort ? suspicion.shortSounds : suspicion.sounds;
    const isSuspect = (difference: Difference): boolean => {
      if (isOtherNumber(difference)) return true;
      const distance = soundDistance(pronounce(difference.expected), pronounce(difference.heard));
      return distance.sounds >= sounds && distance.share >= share;
    };
    return { ...comparison, suspect: comparison.differences.some(isSuspect) };
  };
}

function isOtherNumber({ expected, heard }: Difference): boolean {
  return expected.length > 0 && heard.length > 0 && [...expected, ...heard].every(isNumeral);
}

/** The judge of English. What it weighs words with is heavy to load, and a build that verifies nothing has no use for it. */
export async function englishJudge(wording: Wording): Promise<Judge> {
  const { createEnglishPronouncer } = await import('../english/pronounce-english.ts');
  const { pronounce } = createEnglishPronouncer('US');
  return hearingJudge(wording, (words) =>
    pronounce(words.map((text, index) => ({ text, begin: index, end: index + 1 })))
      .map(({ phonemes }) => phonemes)
      .join(''),
  );
}
