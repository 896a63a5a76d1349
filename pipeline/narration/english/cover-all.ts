import { filling } from './prepare-text.ts';
import type { Place, Said } from './rule.ts';

/**
 * Nothing written is lost: what a rule has read and none of its words voices, like the `th` of `8th`, goes to the words that end
 * before it, else to those that begin behind it.
 */
export function coverAll(words: readonly Said[], text: string, { begin, end }: Place): readonly Said[] {
  if (words.length === 0) return words;
  let covered = words;
  for (let at = begin; at < end;) {
    const here = covered.filter((word) => word.begin <= at && at < word.end);
    const reached = Math.max(at, ...here.map((word) => word.end));
    if (reached > at) {
      at = reached;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    if (character === filling || /[\p{L}\p{N}]/u.test(character))
      covered = widen(covered, { begin: at, end: next });
    at = next;
  }
  return covered;
}

function widen(words: readonly Said[], lost: Place): readonly Said[] {
  const before = Math.max(...words.map(({ end }) => end).filter((end) => end <= lost.begin));
  const behind = Math.min(...words.map(({ begin }) => begin).filter((begin) => begin >= lost.end));
  return words.map((word) => {
    if (before >= 0 && word.end === before) return { ...word, end: lost.end };
    return before < 0 && word.begin === behind ? { ...word, begin: lost.begin } : word;
  });
}
