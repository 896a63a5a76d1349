import { isVowel, type Arpabet } from '../arpabet.ts';

/** Endings that decide where the stress is: how many syllables stand after the stressed one, the ending's own counted. */
const endings: readonly (readonly [RegExp, number])[] = [
  [/[aeiou](?:tion|sion|cian)s?$/, 1],
  [/(?:[bdfglmnprstv]ity|[bdfglmnprstv]ities)$/, 2],
  [/[aeiou][bcdfglmnprstv]{0,3}ics?$/, 1],
];

/** Moves the main stress of a guessed word where its ending wants it: "deprecation", "scrumatic". */
export function settleStress(word: string, phonemes: Arpabet): Arpabet {
  const rule = endings.find(([ending]) => ending.test(word));
  const vowels = phonemes.flatMap((phoneme, index) => (isVowel(phoneme) ? [index] : []));
  const wanted = rule === undefined ? undefined : vowels.at(-1 - rule[1]);
  if (wanted === undefined || phonemes[wanted]?.endsWith('1') === true) return phonemes;
  return phonemes.map((phoneme, index) => {
    // A weak vowel with the main stress is a full one: the usual of the letter "o" and "i" before such endings.
    if (index === wanted) return phoneme === 'AH0' ? fullVowel(word) : phoneme.replace(/\d/, '1');
    return phoneme.replace('1', index < wanted ? '2' : '0');
  });
}

function fullVowel(word: string): string {
  return /[aeiou](?:tion|sion|cian)s?$/.test(word)
    ? 'EY1'
    : /a[^aeiou]*(?:ics?|ity|ities)$/.test(word)
      ? 'AE1'
      : 'IH1';
}
