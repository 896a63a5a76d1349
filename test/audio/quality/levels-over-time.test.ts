import { describe, expect, test } from 'vitest';
import type { Levels } from '../../../pipeline/audio/loudness/levels.ts';
import { levelsOverTime, meanLevels } from '../../../pipeline/audio/quality/levels-over-time.ts';

/** A chunk with these levels, a second each; the last may be shorter. */
function chunk(seconds: readonly number[], length = seconds.length): Levels {
  return { blocks: [], samples: Math.round(length * 1000), sampleRate: 1000, seconds: [...seconds] };
}

describe('levels over time', () => {
  test('are those of each second, over the joints of chunks, with what is heard summed up', () => {
    expect(levelsOverTime([chunk([-20, -99]), chunk([-30])], 3)).toEqual({
      secondsEach: 1,
      points: [-20, -99, -30],
      // Half of a hundredth and half of a thousandth: -22.6.
      heard: { quietestDb: -30, loudestDb: -20, meanDb: -23 },
    });
  });

  test('of hours are 800 points at most, each the mean of its time', () => {
    const day = Array.from({ length: 24 * 60 }, (_, index) => chunk(Array.from({ length: 60 }, () => (index % 2 ? -20 : -23)))); // prettier-ignore
    const { secondsEach, points } = levelsOverTime(day, 86_400);
    expect(secondsEach).toBe(108);
    expect(points).toHaveLength(800);
    expect(new Set(points.map((point) => point >= -23 && point <= -20))).toEqual(new Set([true]));
  });

  test('stay in step although each chunk is measured with some milliseconds more', () => {
    const chunks = Array.from({ length: 1000 }, (_, index) => chunk([index < 500 ? -10 : -40, -99], 1.05));
    const { points, secondsEach } = levelsOverTime(chunks, 1000);
    expect(secondsEach).toBe(2);
    expect([points[248], points[251]]).toEqual([-10, -40]);
  });

  test('of silence are silent, and of nothing too', () => {
    expect(levelsOverTime([chunk([-99, -80])], 2)).toEqual({ secondsEach: 1, points: [-99, -80] });
    expect(levelsOverTime([], 0.2)).toEqual({ secondsEach: 1, points: [-99] });
  });
});

test('each chapter has the mean of what is heard in it, or none', () => {
  const levels = [chunk([-20, -20, -99, -90]), chunk([-30, -99])];
  expect(meanLevels(levels, 6, [0, 2, 4])).toEqual([-20, undefined, -30]);
  expect(meanLevels(levels, 6, [])).toEqual([]);
});
