import type { WordTiming } from './engine.ts';

/**
 * The times of all words that were to be said, as begin and end of each in samples, from those of the words that were heard.
 * An engine leaves out words that it has no sound for, and never changes their order: such a word has no length, and lies
 * where the one before it ends.
 */
export function wordTimes(said: readonly string[], heard: readonly WordTiming[]): number[] {
  const times: number[] = [];
  let next = 0;
  let reached = 0;
  for (const word of said) {
    const timing = heard[next];
    if (timing?.text === word) {
      next += 1;
      reached = timing.endSample;
      times.push(timing.beginSample, timing.endSample);
    } else times.push(reached, reached);
  }
  return times;
}
