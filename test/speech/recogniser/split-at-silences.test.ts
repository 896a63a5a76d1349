import { expect, test } from 'vitest';
import { longestPiece, splitAtSilences } from '../../../pipeline/speech/recogniser/split-at-silences.ts';

const second = 16_000;

/** Noise that is the same every time, silent where it is said, in seconds. */
function noise(seconds: number, silences: readonly (readonly [number, number])[] = []): Float32Array {
  let state = 1;
  return Float32Array.from({ length: seconds * second }, (_, index) => {
    state = (state * 48_271) % 2_147_483_647;
    const isSilent = silences.some(([from, to]) => index >= from * second && index < to * second);
    return isSilent ? 0 : state / 2_147_483_647 - 0.5;
  });
}

test('what is short enough stays whole', () => {
  const samples = noise(20);
  expect(splitAtSilences(samples).map(({ length }) => length)).toEqual([samples.length]);
  expect(splitAtSilences(new Float32Array(0))).toHaveLength(1);
});

test('what is longer is cut in its silences', () => {
  const pieces = splitAtSilences(noise(45, [[14, 14.4], [28, 28.3]])); // prettier-ignore
  const [first = 0, second_ = 0] = pieces.map(({ length }) => length / second);
  expect(first).toBeGreaterThan(14);
  expect(first).toBeLessThan(14.4);
  expect(first + second_).toBeGreaterThan(28);
  expect(first + second_).toBeLessThan(28.3);
});

test('every sample lies in one piece, and no piece is too long, whether there is a silence or not', () => {
  const samples = noise(130, [[61, 61.2]]);
  const pieces = splitAtSilences(samples);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(longestPiece);
  const joined = new Float32Array(samples.length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  expect(at).toBe(samples.length);
  // Vitest would compare two million numbers for minutes.
  expect(Buffer.from(joined.buffer).equals(Buffer.from(samples.buffer))).toBe(true);
});
