import { demoted, type Arpabet } from './arpabet.ts';
import type { Known } from './derive-word.ts';

/** Second halves that weaken as endings of names and words: "Bookman", "Bashford"; how, the guess has learned. */
const weakens = new Set(
  'man men ton ham son ford land berry burg field well ville wood ster stein shire worth'.split(' '),
);
/** First halves that have no plural in the dictionary. */
const combining = new Set('audio video radio photo euro techno retro turbo cargo macro disco'.split(' '));

/**
 * Two known words written as one, "screenreader": the first has the stress. A dictionary of names would find a word in
 * anything; so both halves must be words that also have a plural or a past there.
 */
export function compoundWord(word: string, known: Known): Arpabet | undefined {
  let best: { readonly sounds: Arpabet; readonly evenness: number } | undefined;
  for (let at = 3; at <= word.length - 3; at++) {
    const first = word.slice(0, at);
    const second = word.slice(at);
    const evenness = Math.min(first.length, second.length);
    if (best !== undefined && best.evenness >= evenness) continue;
    if (weakens.has(second) || second.length < 4 || !isCommon(second, known)) continue;
    if (!combining.has(first) && !isCommon(first, known)) continue;
    const a = known(first);
    const b = known(second);
    if (a !== undefined && b !== undefined) best = { sounds: [...a, ...demoted(b)], evenness };
  }
  return best?.sounds;
}

function isCommon(word: string, known: Known): boolean {
  if (known(word) === undefined || !/[aeiouy]/.test(word)) return false;
  if (word.length >= 4 && /(?:er|ing|ed|s)$/.test(word)) {
    const stem = word.replace(/(?:er|ing|ed|s)$/, '');
    if (known(stem) !== undefined || known(`${stem}e`) !== undefined)
      return isCommon(known(stem) === undefined ? `${stem}e` : stem, known);
  }
  const stem = word.replace(/e$/, '');
  const inflected = [`${word}s`, `${word}es`, `${stem}ed`, `${stem}ing`].filter(
    (form) => known(form) !== undefined,
  );
  return inflected.length >= (word.length === 3 ? 2 : 1);
}
