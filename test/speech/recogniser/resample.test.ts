import { describe, expect, test } from 'vitest';
import { hearingRate, toHearingRate } from '../../../pipeline/speech/recogniser/resample.ts';

/** A second of a tone at half of full scale. */
function tone(hertz: number, sampleRate: number): Int16Array {
  return Int16Array.from({ length: sampleRate }, (_, index) =>
    Math.round(16_384 * Math.sin((2 * Math.PI * hertz * index) / sampleRate)),
  );
}

/** Away from both ends, where the filter has no neighbours. */
function loudness(samples: Float32Array): number {
  const middle = samples.subarray(1000, samples.length - 1000);
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length);
}

function peak(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

describe.each([8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])('%i samples a second', (rate) => {
  test('become 16 000, and a second stays a second', () => {
    expect(toHearingRate(tone(1000, rate), rate)).toHaveLength(hearingRate);
  });

  test('keep the wave where it was, to a hundredth of its height', () => {
    const heard = toHearingRate(tone(1000, rate), rate);
    const meant = heard.map((_, index) => 0.5 * Math.sin((2 * Math.PI * 1000 * index) / hearingRate));
    const faults = heard.map((sample, index) => sample - (meant[index] ?? 0));
    expect(peak(faults.subarray(1000, hearingRate - 1000))).toBeLessThan(0.005);
  });
});

test('what 16 000 samples a second cannot hold is taken out, not folded into what is heard', () => {
  expect(loudness(toHearingRate(tone(10_000, 24_000), 24_000))).toBeLessThan(0.001);
  expect(loudness(toHearingRate(tone(12_000, 44_100), 44_100))).toBeLessThan(0.001);
  expect(loudness(toHearingRate(tone(6000, 24_000), 24_000))).toBeGreaterThan(0.34);
});

test('nothing becomes nothing', () => {
  expect(toHearingRate(new Int16Array(0), 24_000)).toHaveLength(0);
});
