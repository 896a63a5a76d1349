import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockValue } from '../../../pipeline/epub/overlay/clock.ts';
import { overlayClips } from '../../../pipeline/epub/overlay/clips.ts';

test('clips follow each other without gap or overlap, are some milliseconds long, and end within their audio', () => {
  const lengths = fc.array(fc.integer({ min: 200, max: 4_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(lengths, fc.constantFrom(16_000, 22_050, 24_000, 44_100), (samples, sampleRate) => {
      let reached = 0;
      const segments = samples.map((count, index) => {
        const beginSample = reached;
        reached += count;
        return { target: `t${index}`, beginSample, endSample: reached };
      });
      const clips = overlayClips({ sampleRate, samples: reached, segments });
      expect(clips.map(({ target }) => target)).toEqual(segments.map(({ target }) => target));
      expect(clips[0]?.beginMilliseconds).toBe(0);
      clips.forEach(({ beginMilliseconds, endMilliseconds }, index) => {
        const { beginSample = 0 } = segments[index] ?? {};
        // Rounded once: however long the chapter, an error of half a millisecond at most.
        expect(Math.abs(beginMilliseconds - (beginSample * 1000) / sampleRate)).toBeLessThanOrEqual(0.5);
        expect(endMilliseconds).toBeGreaterThan(beginMilliseconds);
        expect(clips[index + 1]?.beginMilliseconds ?? endMilliseconds).toBe(endMilliseconds);
      });
      expect(clips.at(-1)?.endMilliseconds).toBeLessThanOrEqual((reached * 1000) / sampleRate);
    }),
  );
});

test.each([
  [0, '0:00:00.000'],
  [59_999, '0:00:59.999'],
  [60_000, '0:01:00.000'],
  [3_723_004, '1:02:03.004'],
  [100 * 3_600_000, '100:00:00.000'],
])('%i ms are %s', (milliseconds, clock) => {
  expect(clockValue(milliseconds)).toBe(clock);
});
