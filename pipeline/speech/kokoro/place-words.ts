import type { WordTiming } from '../engine.ts';
import type { Tokens } from './tokens.ts';

/** A frame of the durations that the model gives, in samples. */
export const frameSamples = 600;

/**
 * By how much a token is heard before the place that the durations before it add up to. The layers that make sound of the
 * frames look ahead; measured on 4 voices against where sound begins after silence (test/speech/kokoro/word-starts.test.ts).
 */
const earlyFrames = 2;

/**
 * The times of words from the durations that the model itself gave its tokens. The durations of all tokens, the zeros at both
 * ends included, add up to the sound's length exactly.
 *
 *     tokens   0  ð ə ␣ k ˈ æ t .  0
 *     frames   9  2 3 1 3 1 4 4 6 11     "cat" is due after 9 + 2 + 3 + 1 frames, and heard two before
 *
 * @param frames a duration for each token, the zeros at both ends included
 * @returns the words that have a sound
 */
export function placeWords(
  texts: readonly string[],
  { words }: Tokens,
  frames: readonly number[],
): WordTiming[] {
  const starts = [0];
  for (const duration of frames) starts.push((starts.at(-1) ?? 0) + duration);
  // One further than the token's number: the zero at the beginning has the first duration.
  const startOf = (token: number): number =>
    Math.max(0, (starts[token + 1] ?? starts.at(-1) ?? 0) - earlyFrames) * frameSamples;
  return texts.flatMap((text, index): readonly WordTiming[] => {
    const { begin = 0, end = 0 } = words[index] ?? {};
    return end > begin ? [{ text, beginSample: startOf(begin), endSample: startOf(end) }] : [];
  });
}
