import type { WordTiming } from './engine.ts';

/**
 * Gives words that lie together in one stretch of sound their shares of it, by their letters; a digit is said as about four.
 * The shares meet without gaps and fill the stretch exactly.
 */
export function spreadWords(words: readonly string[], beginSample: number, endSample: number): WordTiming[] {
  const count = (word: string, pattern: RegExp): number => word.match(pattern)?.length ?? 0;
  const weights = words.map((word) => Math.max(1, count(word, /\p{L}/gu) + 4 * count(word, /\p{N}/gu)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  const at = (weight: number): number =>
    beginSample + Math.round(((endSample - beginSample) * weight) / total);
  return words.map((text, index) => {
    const begin = at(before);
    before += weights[index] ?? 0;
    return { text, beginSample: begin, endSample: at(before) };
  });
}
