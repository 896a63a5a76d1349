import { describe, expect, test } from 'vitest';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import {
  amplified,
  floorOf,
  loudnessOf,
  rmsOf,
  truePeakOf,
  type Levels,
} from '../../../pipeline/audio/loudness/levels.ts';
import { levelsSchema } from '../../../pipeline/audio/loudness/levels.ts';
import { measureLevels } from '../../../pipeline/audio/loudness/measure-levels.ts';
import { bursts, concatenated, decibels, ebur128, noise, sine } from './sounds.ts';

const { path: ffmpeg } = await findFfmpeg({ environment: process.env });

const rates = [8000, 16_000, 22_050, 24_000, 44_100, 48_000];

/** A number or its absence, to be set beside another. */
const exact = (value: number | undefined): number => value ?? -Infinity;

describe.each(rates)('at %i samples a second', (sampleRate) => {
  const shape = { seconds: 2, sampleRate };
  const whole = { seconds: 3, sampleRate };
  test.each([
    ['noise', noise(shape, 0.2), 0.5],
    [
      'something like speech, of which the gate leaves out half, and a low tone',
      concatenated(bursts(whole, 0.9), bursts(whole, 0.04, 2), sine(shape, 110, 0.1)),
      0.3,
    ],
  ])('%s measures what ffmpeg measures', async (_what, sound, peakWithin) => {
    const theirs = await ebur128(ffmpeg, sound, sampleRate);
    const ours = measureLevels(sound, sampleRate);
    expect(levelsSchema.parse(ours)).toEqual(ours);
    expect(Math.abs(exact(loudnessOf([ours])) - theirs.lufs)).toBeLessThanOrEqual(0.1);
    if (sampleRate === 48_000)
      expect(Math.abs(exact(truePeakOf([ours])) - theirs.truePeakDb)).toBeLessThanOrEqual(peakWithin);
  });
});

test.each([
  [12_000, Math.PI / 4],
  [6000, Math.PI / 8],
  [997, 0.1],
])('a peak between two samples of a tone of %i Hz is found', async (hertz, phase) => {
  // It comes and goes slowly: a tone that is cut off has higher peaks.
  const tone = sine({ seconds: 0.5, sampleRate: 48_000 }, hertz, 0.5, phase);
  const sound = tone.map((sample, index) => sample * Math.sin((Math.PI * index) / tone.length));
  const theirs = await ebur128(ffmpeg, sound, 48_000);
  const ours = exact(truePeakOf([measureLevels(sound, 48_000)]));
  expect(Math.abs(ours - decibels(0.5))).toBeLessThanOrEqual(0.3);
  expect(Math.abs(ours - theirs.truePeakDb)).toBeLessThanOrEqual(0.3);
});

test('a tone at full scale of 997 Hz is -3.01 LUFS, by the recommendation', () => {
  for (const sampleRate of rates) {
    const levels = measureLevels(sine({ seconds: 2, sampleRate }, 997, 1), sampleRate);
    expect(exact(loudnessOf([levels]))).toBeCloseTo(-3.01, 1);
    expect(exact(rmsOf([levels]))).toBeCloseTo(-3.01, 2);
    expect(exact(floorOf([levels]))).toBeCloseTo(-3.01, 1);
    expect(levels.seconds).toEqual([-3, -3]);
  }
});

test('silence has no loudness, no peak and no floor', () => {
  const levels = measureLevels(new Float32Array(48_000), 24_000);
  expect(levels).toEqual({ blocks: [], samples: 48_000, sampleRate: 24_000, seconds: [-99, -99] });
  expect([loudnessOf([levels]), truePeakOf([levels]), rmsOf([levels]), floorOf([levels])]).toEqual(
    Array(4).fill(undefined),
  );
});

test.each([0, 1, 10, 1100, 8000])('a sound of %i samples is measured, though it fills no block', (length) => {
  const sound = sine({ seconds: 1, sampleRate: 24_000 }, 997, 0.5, 1).slice(0, length);
  const levels = measureLevels(sound, 24_000);
  expect(levelsSchema.parse(levels)).toEqual(levels);
  expect(levels.blocks).toEqual([]);
  expect(levels.samples).toBe(length);
  expect(loudnessOf([levels])).toBe(undefined);
  expect(levels.truePeak === undefined).toBe(length === 0);
});

test('the floor of a sound shorter than half a second is the power of the whole', () => {
  for (const milliseconds of [1, 50, 130, 230, 499]) {
    const sound = new Float32Array(milliseconds * 48).fill(0.1);
    expect(exact(floorOf([measureLevels(sound, 48_000)]))).toBeCloseTo(-20, 1);
  }
});

test('the floor is found in the quietest half second, wherever it lies', () => {
  const sampleRate = 24_000;
  const low = noise({ seconds: 0.7, sampleRate }, 0.001);
  const loud = noise({ seconds: 1.3, sampleRate }, 0.3, 2);
  // The power of even noise is a third of its size squared.
  for (const sounds of [
    [low, loud],
    [loud, low],
    [loud, low, loud],
  ])
    expect(exact(floorOf([measureLevels(concatenated(...sounds), sampleRate)]))).toBeCloseTo(-64.8, 0);
});

test('nothing together has no level', () => {
  expect([loudnessOf([]), truePeakOf([]), rmsOf([]), floorOf([])]).toEqual(Array(4).fill(undefined));
});

test('the parts together measure what the whole measures', () => {
  const sampleRate = 16_000;
  const length = 3072 * 104;
  for (const seed of [1, 2]) {
    const whole = concatenated(
      bursts({ seconds: 40, sampleRate }, 0.7, seed),
      bursts({ seconds: 40, sampleRate }, 0.2, seed + 9),
    );
    const together = measureLevels(whole, sampleRate);
    const parts: Levels[] = [];
    for (let begin = 0; begin < whole.length; begin += length)
      parts.push(measureLevels(whole.subarray(begin, begin + length), sampleRate));
    expect(parts).toHaveLength(5);
    expect(Math.abs(exact(loudnessOf(parts)) - exact(loudnessOf([together])))).toBeLessThan(0.1);
    expect(Math.abs(exact(rmsOf(parts)) - exact(rmsOf([together])))).toBeLessThan(0.01);
    expect(Math.abs(exact(truePeakOf(parts)) - exact(truePeakOf([together])))).toBeLessThan(0.05);
  }
});

test('levels with a gain are the levels of the sound with that gain', () => {
  const sampleRate = 22_050;
  for (const gainDb of [-6, -0.5, 0.5, 3, 7.5]) {
    const sound = bursts({ seconds: 6, sampleRate }, 0.3);
    const told = amplified(measureLevels(sound, sampleRate), gainDb);
    const measured = measureLevels(
      sound.map((sample) => sample * 10 ** (gainDb / 20)),
      sampleRate,
    );
    expect(levelsSchema.parse(told)).toEqual(told);
    for (const of of [loudnessOf, truePeakOf, rmsOf])
      expect(Math.abs(exact(of([told])) - exact(of([measured])))).toBeLessThan(0.06);
    expect(told.floor).toEqual(measured.floor);
    expect(told.seconds.every((level, index) => Math.abs(level - (measured.seconds[index] ?? 0)) <= 1)).toBe(
      true,
    );
  }
});
