import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limit } from '../../../pipeline/audio/loudness/limit.ts';
import { bursts, concatenated, decibels, largest, noise, randomFrom, sine, truePeakOf } from './sounds.ts';

const rates = [16_000, 22_050, 24_000, 48_000];

/** Sounds of half a second that go beyond most ceilings, from their first sample on. */
const recipes = fc.record({
  kind: fc.constantFrom('speech', 'tone', 'low noise', 'clicks', 'steps'),
  sampleRate: fc.constantFrom(...rates),
  seed: fc.nat(),
  size: fc.double({ min: 0.05, max: 3, noNaN: true }),
  from: fc.nat(200),
});
type Recipe = typeof recipes extends fc.Arbitrary<infer T> ? T : never;

/** Cut off at its beginning and end, so that peaks lie there too. */
function soundOf({ kind, sampleRate, seed, size, from }: Recipe): Float32Array {
  return made(kind, { seconds: 0.5, sampleRate }, size, seed).slice(from, -1 - from);
}

function made(
  kind: string,
  shape: { readonly seconds: number; readonly sampleRate: number },
  size: number,
  seed: number,
): Float32Array {
  const random = randomFrom(seed);
  if (kind === 'speech') return bursts(shape, size, seed);
  if (kind === 'tone') return sine(shape, 100 + 1900 * Math.abs(random()), size, random());
  const sound = noise(shape, size, seed);
  if (kind === 'low noise') return smooth(smooth(sound)).map((sample) => sample * 2);
  if (kind === 'clicks')
    return smooth(sound.map((sample) => (random() > 0.995 ? sample : 0))).map((s) => s * 2);
  let level = 0;
  return smooth(sound.map((sample) => (level = random() > 0.98 ? sample : level)));
}

/** A low pass, as what a voice has before a microphone. */
function smooth(sound: Float32Array): Float32Array {
  const weights = [1, 4, 6, 4, 1].map((weight) => weight / 16);
  return sound.map((_, index) =>
    weights.reduce((sum, weight, tap) => sum + weight * (sound[index + tap - 2] ?? 0), 0),
  );
}

const ceilings = fc.double({ min: 0.1, max: 0.95, noNaN: true });

test('no sample is above the ceiling, and no peak between two by more than 0.2 dB', () => {
  fc.assert(
    fc.property(recipes, ceilings, (recipe, ceiling) => {
      const limited = soundOf(recipe);
      limit(limited, recipe.sampleRate, ceiling);
      expect(largest(limited)).toBeLessThanOrEqual(ceiling * (1 + 1e-6));
      expect(decibels(truePeakOf(limited) / ceiling)).toBeLessThanOrEqual(0.2);
    }),
    { numRuns: 60 },
  );
});

test('the gain is never above 1, turns no sample round, and changes without a step', () => {
  fc.assert(
    fc.property(recipes, ceilings, (recipe, ceiling) => {
      const sound = soundOf(recipe);
      const limited = sound.slice();
      limit(limited, recipe.sampleRate, ceiling);
      let [highest, lowest, step] = [0, 1, 0];
      let before: number | undefined;
      for (const [index, sample] of sound.entries()) {
        // Too small to tell the gain from.
        const gain = Math.abs(sample) < 1e-3 ? undefined : (limited[index] ?? NaN) / sample;
        if (gain !== undefined) {
          highest = Math.max(highest, gain);
          lowest = Math.min(lowest, gain);
          if (before !== undefined) step = Math.max(step, Math.abs(gain - before));
        }
        before = gain;
      }
      expect(highest).toBeLessThanOrEqual(1 + 1e-6);
      expect(lowest).toBeGreaterThan(0);
      // At the most all the way down in the 4 ms before a peak.
      expect(step).toBeLessThanOrEqual(1 / (0.004 * recipe.sampleRate) + 1e-3);
    }),
    { numRuns: 40 },
  );
});

test('what has no peak above the ceiling stays as it is, to the bit', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const sound = soundOf(recipe);
      const kept = sound.slice();
      // The true peak, and what lies between samples that are low (true-peak.ts).
      const peak = truePeakOf(sound);
      expect(limit(kept, recipe.sampleRate, peak * 1.0001 + 1e-9)).toBe(false);
      expect(isEqual(kept, sound)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('a peak changes nothing that is far from it, and silence stays silence', () => {
  fc.assert(
    fc.property(recipes, ceilings, fc.nat(), (recipe, ceiling, place) => {
      const { sampleRate } = recipe;
      const sound = soundOf(recipe);
      const factor = (ceiling * 0.5) / Math.max(truePeakOf(sound), 1e-9);
      const before = concatenated(
        sound.map((sample) => sample * factor),
        new Float32Array(2 * sampleRate),
      );
      const at = place % sound.length;
      before[at] = ceiling * 1.5;
      const limited = before.slice();
      expect(limit(limited, sampleRate, ceiling)).toBe(true);
      const begin = Math.max(0, at - Math.ceil(0.0045 * sampleRate));
      // The gain comes back by a factor of e in 80 ms, and is 1 when it is within a millionth.
      const end = at + Math.ceil(0.08 * sampleRate * Math.log(1e6) + 0.0045 * sampleRate);
      expect(isEqual(limited.subarray(0, begin), before.subarray(0, begin))).toBe(true);
      expect(isEqual(limited.subarray(end), before.subarray(end))).toBe(true);
      expect(before.every((sample, index) => sample !== 0 || limited[index] === 0)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

function isEqual(one: Float32Array, other: Float32Array): boolean {
  return one.length === other.length && one.every((sample, index) => sample === other[index]);
}

test('a peak at the first sample, at the last, and alone in silence is held too', () => {
  for (const sampleRate of rates)
    for (const at of [0, 1, 10, 40, 5000, 9998, 9999]) {
      const sound = new Float32Array(10_000);
      sound[at] = 1;
      expect(limit(sound, sampleRate, 0.5)).toBe(true);
      expect(decibels(truePeakOf(sound) / 0.5)).toBeLessThanOrEqual(0.2);
      expect(sound[at]).toBeGreaterThan(0.49);
      expect(sound.filter((sample) => sample !== 0)).toHaveLength(1);
    }
});

test('nothing moves in time: a tone keeps the places where it crosses zero', () => {
  const sampleRate = 24_000;
  const sound = sine({ seconds: 0.5, sampleRate }, 300, 1.5, 0.3);
  const limited = sound.slice();
  limit(limited, sampleRate, 0.5);
  expect(limited).toHaveLength(sound.length);
  expect(sound.every((sample, index) => Math.sign(limited[index] ?? NaN) === Math.sign(sample))).toBe(true);
});

test('sound without samples, and silence, need no limit', () => {
  expect(limit(new Float32Array(0), 24_000, 0.5)).toBe(false);
  expect(limit(new Float32Array(24_000), 24_000, 0.5)).toBe(false);
});
