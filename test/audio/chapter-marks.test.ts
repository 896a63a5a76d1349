import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chapterMarks } from '../../pipeline/audio/chapter-marks.ts';
import type { ChapterAudio } from '../../pipeline/audio/timeline.ts';

const pcm = { sha256: '0'.repeat(64), bytes: 0 };
const chapter = (samples: number, title = 'A title', sampleRate = 22_050): ChapterAudio => {
  return { id: `c${samples}`, title, sampleRate, samples, pcm, clips: [] };
};

test('marks follow each other from 0 to the end', () => {
  const { marks, samples, sampleRate } = chapterMarks([
    chapter(22_050, 'One'),
    chapter(11_025, 'Two'),
    chapter(1, 'Three'),
  ]);
  expect({ samples, sampleRate }).toEqual({ samples: 33_076, sampleRate: 22_050 });
  expect(marks).toEqual([
    { id: 'c22050', title: 'One', beginSample: 0, beginMilliseconds: 0, endMilliseconds: 1000 },
    { id: 'c11025', title: 'Two', beginSample: 22_050, beginMilliseconds: 1000, endMilliseconds: 1500 },
    { id: 'c1', title: 'Three', beginSample: 33_075, beginMilliseconds: 1500, endMilliseconds: 1500 },
  ]);
});

test('a chapter in which nothing is heard has no mark, be it the first', () => {
  const { marks } = chapterMarks([chapter(0, 'Silent'), chapter(5, 'Heard'), chapter(0, 'Silent')]);
  expect(marks.map(({ title, beginSample }) => [title, beginSample])).toEqual([['Heard', 0]]);
  expect(chapterMarks([]).marks).toEqual([]);
});

test('however many chapters there are, no mark is off by more than half a millisecond', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 1, maxLength: 400 });
  const rates = fc.constantFrom(8000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000);
  fc.assert(
    fc.property(lengths, rates, (samples, sampleRate) => {
      const { marks } = chapterMarks(samples.map((length) => chapter(length, 'x', sampleRate)));
      let begin = 0n;
      for (const [index, mark] of marks.entries()) {
        expect(mark.beginSample).toBe(Number(begin));
        const exact = (Number(begin) / sampleRate) * 1000;
        expect(Math.abs(mark.beginMilliseconds - exact)).toBeLessThanOrEqual(0.5001);
        expect(mark.endMilliseconds).toBe(marks[index + 1]?.beginMilliseconds ?? mark.endMilliseconds);
        begin += BigInt(samples[index] ?? 0);
      }
    }),
    { numRuns: 50 },
  );
});

test('a title without words gets its number', () => {
  expect(chapterMarks([chapter(1, 'One'), chapter(2, ' \n\u0000')]).marks[1]?.title).toBe('2');
});

test('chapters of two sample rates are an error that names the chapter', () => {
  const joining = () => chapterMarks([chapter(1, 'One', 8000), chapter(1, 'Two', 16_000)]);
  expect(joining).toThrow('The chapter “Two” has 16000 samples a second, the book has 8000.');
});
