import type { FixedSpeech, Wording } from '../spoken-word.ts';
import { prepareText } from './prepare-text.ts';
import { readText } from './read-text.ts';

/**
 * English as it is spoken: numbers, dates, money, abbreviations and signs in words, by the rules of `rules/`. The first rule that
 * reads a place wins; what no rule reads is said as it is written. Never throws, takes time in proportion to the text.
 */
export const wordEnglish: Wording = (text, { language, fixed, off }) => {
  const apart = inOrder(fixed, text.length);
  const region = language.split('-').slice(1).join('-').toUpperCase();
  return readText({
    written: text,
    text: prepareText(text, apart),
    fixed: apart,
    off,
    // Canadians spell as the British do, and read their numbers as Americans.
    british: region !== '' && !/US|CA|PH/u.test(region),
    monthFirst: region === '' || /US|PH/u.test(region),
  });
};

/** Fixed stretches by place; one that begins inside another, or holds nothing, is left out. */
function inOrder(fixed: readonly FixedSpeech[], length: number): readonly FixedSpeech[] {
  const kept: FixedSpeech[] = [];
  let reached = 0;
  for (const stretch of [...fixed].sort((a, b) => a.begin - b.begin)) {
    if (stretch.begin < reached || stretch.end <= stretch.begin || stretch.end > length) continue;
    kept.push(stretch);
    reached = stretch.end;
  }
  return kept;
}
