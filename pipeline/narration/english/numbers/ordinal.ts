import { cardinal } from './cardinal.ts';

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** `21` is "twenty-first". */
export function ordinal(digits: string, british = false): string {
  return ordinalOfWords(cardinal(digits, british));
}

/** "four hundred twenty-one" → "four hundred twenty-first". */
function ordinalOfWords(words: string): string {
  return words.replace(/[a-z]+$/u, (last) => {
    const own = irregular[last];
    if (own !== undefined) return own;
    return last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`;
  });
}

/** The lower part of a fraction: `3` is "thirds" in "two thirds", "third" in "one third". */
export function fractionPart(digits: string, isOne: boolean): string {
  if (Number(digits) === 2) return isOne ? 'half' : 'halves';
  if (Number(digits) === 4) return isOne ? 'quarter' : 'quarters';
  return isOne ? ordinal(digits) : `${ordinal(digits)}s`;
}
