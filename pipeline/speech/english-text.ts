import { englishLetters } from './english-letters.ts';
import { betweenWords } from './written-words.ts';

/** Raised when equal text would be given to a voice differently: part of the identity of the engines that use it. */
export const englishTextVersion = 1;

/** A text in the ASCII that English voices read, and where in it each word of the written text lies. */
export type EnglishText = {
  readonly spoken: string;
  /** All that stands between spaces, in order; `end` is one past the word's last character in `spoken`. */
  readonly words: readonly EnglishWord[];
};
export type EnglishWord = { readonly text: string; readonly spoken: string; readonly end: number };

/**
 * Rewrites a text for voices that know English spelling in ASCII alone: accents and typographic signs become their
 * plain forms, some signs become words, what has no English reading (other scripts, emoji) is left out. Long runs are broken up:
 * flite copies a run of punctuation into a buffer of 256 bytes without looking at its length.
 */
export function toEnglishText(text: string): EnglishText {
  let spoken = '';
  const words: EnglishWord[] = [];
  for (const word of text.split(betweenWords)) {
    if (word === '') continue;
    const english = toEnglish(word);
    // A dash that stands alone is a pause after the word before it.
    const glue = spoken === '' || english === '' || english === ',' ? '' : ' ';
    spoken += glue + english;
    words.push({ text: word, spoken: english, end: spoken.length });
  }
  return { spoken, words };
}

const asciiSign = /^[!-~]$/;

function toEnglish(word: string): string {
  return (
    word
      // "€5" is said in the order of "5 €".
      .replace(/([€£¥])(\d[\d.,]*\d|\d)/gu, '$2$1')
      .replace(/\d(?=[¼½¾⅓⅔])/gu, '$& and')
      // Before NFKD, which would leave "=" of "≠"; and after it, for what it sets free ("ǽ").
      .replace(/[^A-Za-z0-9\s]/gu, (sign) => englishLetters[sign] ?? sign)
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9\s]/gu, (sign) => englishLetters[sign] ?? (asciiSign.test(sign) ? sign : ''))
      .replace(/^-+$|--+/gu, ', ')
      .replace(/([^A-Za-z0-9\s])\1{3,}/gu, '$1$1$1')
      .replace(/[^A-Za-z0-9\s]{9,}/gu, (run) => run.slice(0, 8))
      .replace(/\S{41,}/gu, (run) => run.match(/.{1,40}/gu)?.join(' ') ?? run)
      .trim()
  );
}
