import type { Wording } from '../../narration/spoken-word.ts';

/**
 * The words of an English text however it is written: small letters, no punctuation or accents, numbers in
 * words. A recogniser writes "$4.5 million", "4.5 million dollars" or "four point five million dollars" for one sound.
 *
 * @param wording how English is said: it lies in another stage's folder, so it is passed in
 */
export function canonicalWords(text: string, wording: Wording): readonly string[] {
  // It writes "ccby4.0" for what was said letter by letter.
  const apart = text.replace(/(?<=\p{L}{3})(?=\d)/gu, ' ');
  const words = wording(apart, { language: 'en-US', fixed: [], off: [] })
    .flatMap((word) => word.text.split(/[\p{Pd}/\s]+/u))
    .map((word) =>
      word
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    )
    .filter((word) => word !== '');
  // "Eight hundred and fifty" is written 850, in which nobody sees the "and".
  return words.filter((word, index) => !(word === 'and' && isAmidNumber(words, index)));
}

function isAmidNumber(words: readonly string[], index: number): boolean {
  return /^(?:hundred|thousand|million)$/u.test(words[index - 1] ?? '') && isNumeral(words[index + 1] ?? '');
}

/** Whether a canonical word is part of a number: "seven", "forty", "million". */
export function isNumeral(word: string): boolean {
  return numerals.test(word);
}

const numerals =
  /^(?:zero|hundred|thousand|[mb]illion|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)$/u;
