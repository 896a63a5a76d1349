import { describe, expect, test } from 'vitest';
import type { Levels } from '../../../pipeline/audio/loudness/levels.ts';
import { measureLevels } from '../../../pipeline/audio/loudness/measure-levels.ts';
import { profiles } from '../../../pipeline/audio/profiles.ts';
import { judge, measuredOf } from '../../../pipeline/audio/quality/judge.ts';

const rate = 16_000;

/** What a tone measures whose sine has its top at that level, in dB below full scale. */
function tone(peakDb: number, seconds = 2): Levels {
  const height = 10 ** (peakDb / 20);
  const samples = Float32Array.from({ length: seconds * rate }, (_, index) => height * Math.sin((2 * Math.PI * 997 * index) / rate)); // prettier-ignore
  return measureLevels(samples, rate);
}
const silence = (seconds: number) => measureLevels(new Float32Array(Math.round(seconds * rate)), rate);

function results(profile: keyof typeof profiles, ...levels: readonly Levels[]) {
  return Object.fromEntries(judge(profiles[profile], levels).map(({ what, result }) => [what, result]));
}

describe('a profile', () => {
  test('is met by sound as loud as it says: a sine of 1 kHz has its top 3 dB over its loudness', () => {
    // BS.1770-4: a sine of 997 Hz at full scale measures -3.01 LUFS.
    const [loudness, peak, ...others] = judge(profiles.audiobook, [tone(-15)]);
    expect(loudness).toMatchObject({
      what: 'loudness',
      unit: 'LUFS',
      wanted: { atLeast: -18.5, atMost: -17.5, inWords: '−18.5 to −17.5 LUFS' },
      result: 'met',
    });
    expect(loudness?.measured).toBeCloseTo(-18, 1);
    expect(loudness?.measuredInWords).toMatch(/^−1[78]\.?\d* LUFS$/);
    expect(peak).toMatchObject({ what: 'truePeak', wanted: { atMost: -1, inWords: 'at most −1 dBTP' }, result: 'met' }); // prettier-ignore
    expect(others).toEqual([]);
  });

  test.each([
    ['too low', -17, 'missed', 'met'],
    ['too loud', -12, 'missed', 'met'],
    ['clipping', -0.5, 'missed', 'missed'],
  ])('is missed by sound that is %s', (_how, peakDb, loudness, truePeak) => {
    expect(results('audiobook', tone(peakDb))).toEqual({ loudness, truePeak });
  });

  test('of ACX wants a mean level, a peak and a floor, and no loudness', () => {
    expect(results('acx', tone(-17))).toEqual({ rms: 'met', truePeak: 'met', floor: 'missed' });
    // A second of next to nothing is the floor.
    expect(results('acx', tone(-17, 20), tone(-70, 1))).toEqual({
      rms: 'met',
      truePeak: 'met',
      floor: 'met',
    });
    expect(results('acx', tone(-2), silence(1))).toEqual({ rms: 'missed', truePeak: 'missed', floor: 'met' });
  });

  test('is judged by what is written: hundredths, bounds included', () => {
    const rms = (hundredths: number): Levels => ({ ...tone(-20), rms: hundredths });
    const one = (hundredths: number) => judge(profiles.acx, [rms(hundredths)])[0];
    expect(one(-2300)).toMatchObject({ measured: -23, result: 'met' });
    expect(one(-1800)).toMatchObject({ measured: -18, result: 'met' });
    expect(one(-2301)).toMatchObject({ measured: -23.01, measuredInWords: '−23.01 dB', result: 'missed' });
  });
});

describe('where there is nothing to measure, nothing is missed', () => {
  test.each([
    ['silence', [silence(5)]],
    ['no sound at all', []],
  ])('%s', (_what, levels) => {
    expect(measuredOf(levels)).toEqual({});
    expect(results('podcast', ...levels)).toEqual({ loudness: 'not measurable', truePeak: 'met' });
    expect(results('acx', ...levels)).toEqual({ rms: 'not measurable', truePeak: 'met', floor: 'met' });
    expect(judge(profiles.podcast, levels)[0]).not.toHaveProperty('measured');
    expect(judge(profiles.podcast, levels)[0]?.measuredInWords).toBe(
      'nothing loud or long enough to measure',
    );
  });

  test('sound shorter than a block of 400 ms has no loudness, but a peak, which may be too high', () => {
    const short = measureLevels(new Float32Array(rate / 4).fill(1), rate);
    expect(results('podcast', short)).toEqual({ loudness: 'not measurable', truePeak: 'missed' });
  });
});
