import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterMarks, type MarkedChapter, type MarkedSection } from '../../pipeline/audio/chapter-marks.ts';

const chapter = (samples: number, title = 'A title', sampleRate = 22_050): MarkedChapter => {
  return { id: `c${samples}`, title, sampleRate, samples, clips: [] };
};

test('marks follow each other from 0 to the end', () => {
  const { marks, samples, sampleRate } = chapterMarks([
    chapter(22_050, 'One'),
    chapter(11_025, 'Two'),
    chapter(1, 'Three'),
  ]);
  expect({ samples, sampleRate }).toEqual({ samples: 33_076, sampleRate: 22_050 });
  expect(marks).toEqual([
    { id: 'c22050', title: 'One', level: 1, beginSample: 0, beginMilliseconds: 0, endMilliseconds: 1000 },
    {
      id: 'c11025',
      title: 'Two',
      level: 1,
      beginSample: 22_050,
      beginMilliseconds: 1000,
      endMilliseconds: 1500,
    },
    {
      id: 'c1',
      title: 'Three',
      level: 1,
      beginSample: 33_075,
      beginMilliseconds: 1500,
      endMilliseconds: 1500,
    },
  ]);
});

test('a chapter in which nothing is heard has no mark, be it the first', () => {
  const { marks } = chapterMarks([chapter(0, 'Silent'), chapter(5, 'Heard'), chapter(0, 'Silent')]);
  expect(marks.map(({ title, beginSample }) => [title, beginSample])).toEqual([['Heard', 0]]);
  expect(chapterMarks([]).marks).toEqual([]);
});

test('however many chapters there are, no mark is off by more than half a millisecond', () => {
  const lengths = fc.array(fc.integer({ min: 48, max: 100_000_000 }), { minLength: 1, maxLength: 400 });
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

test('of chapters that begin within one millisecond the first has a mark', () => {
  const { marks, samples } = chapterMarks([chapter(1, 'One'), chapter(2, 'Two'), chapter(22_050, 'Three')]);
  expect(samples).toBe(22_053);
  expect(marks.map(({ title, endMilliseconds }) => [title, endMilliseconds])).toEqual([['One', 1000]]);
});

test('a title without words gets its number', () => {
  expect(chapterMarks([chapter(99, 'One'), chapter(98, ' \n\u0000')]).marks[1]?.title).toBe('2');
});

test('chapters of two sample rates are an error that names the chapter', () => {
  const joining = () => chapterMarks([chapter(1, 'One', 8000), chapter(1, 'Two', 16_000)]);
  expect(joining).toThrow('The chapter “Two” has 16000 samples a second, the book has 8000.');
});

describe('sections', () => {
  const clip = (target: string | undefined, beginSample: number) => {
    return { utterance: `u${beginSample}`, beginSample, endSample: beginSample + 10, words: [], ...(target !== undefined && { target }) }; // prettier-ignore
  };
  const spoken = (id: string, clips: MarkedChapter['clips']): MarkedChapter => {
    return { id, title: id, sampleRate: 8000, samples: 80_000, clips };
  };
  const section = (
    chapter: string,
    id: string,
    level: number,
    ...targets: readonly string[]
  ): MarkedSection => {
    return { chapter, id, title: id.toUpperCase(), level, targets };
  };
  const shown = (chapters: readonly MarkedChapter[], sections: readonly MarkedSection[]) =>
    chapterMarks(chapters, sections).marks.map(({ id, level, beginMilliseconds, endMilliseconds }) => [
      id,
      level,
      beginMilliseconds,
      endMilliseconds,
    ]);

  test('begin where their headings are heard, in the chapter that they are of', () => {
    const chapters = [
      spoken('c1', [clip('h', 0), clip('s1', 8000), clip(undefined, 9000), clip('s2', 16_000)]),
      spoken('c2', [clip('h2', 0), clip('s3', 4000)]),
    ];
    const sections = [section('c1', 'a', 2, 's1'), section('c1', 'b', 3, 's2'), section('c2', 'c', 2, 's3')];
    expect(shown(chapters, sections)).toEqual([
      ['c1', 1, 0, 1000],
      ['a', 2, 1000, 2000],
      ['b', 3, 2000, 10_000],
      ['c2', 1, 10_000, 10_500],
      ['c', 2, 10_500, 20_000],
    ]);
  });

  test('whose headings are not heard have no mark, nor have those without words', () => {
    const chapters = [spoken('c1', [clip('h', 0), clip('s1', 8000), clip('s2', 9000)])];
    const wordless = { ...section('c1', 'b', 2, 's1'), title: ' \u0007' };
    const sections = [section('c1', 'a', 2, 'silent'), wordless, section('c1', 'c', 2, 'silent too', 's2')];
    expect(shown(chapters, sections).map(([id]) => id)).toEqual(['c1', 'c']);
  });

  test('that begin with their chapter leave it its mark', () => {
    const chapters = [spoken('c1', [clip('s1', 0), clip('s2', 8000)])];
    const sections = [section('c1', 'a', 2, 's1'), section('c1', 'b', 2, 's2')];
    expect(shown(chapters, sections).map(([id]) => id)).toEqual(['c1', 'b']);
  });

  test('wherever headings are, marks begin at 0, grow, and end where the next begins or the book ends', () => {
    const place = fc.integer({ min: 0, max: 200 });
    const chapters = fc.array(fc.record({ samples: fc.integer({ min: 0, max: 300 }), headings: fc.array(place) }), { minLength: 1, maxLength: 12 }); // prettier-ignore
    fc.assert(
      fc.property(chapters, fc.constantFrom(8000, 22_050), (drawn, sampleRate) => {
        const book = drawn.map(({ samples, headings }, index) => ({
          id: `c${index}`,
          title: '',
          sampleRate,
          samples,
          clips: headings
            .filter((at) => at < samples)
            .toSorted((a, b) => a - b)
            .map((at, number) => clip(`${index}.${number}`, at)),
        }));
        const sections = book.flatMap(({ id, clips }) =>
          clips.map(({ target = '' }, number) => section(id, target, 2 + (number % 3), target)),
        );
        const { marks, samples } = chapterMarks(book, sections);
        if (samples > 0) expect(marks[0]).toMatchObject({ level: 1, beginMilliseconds: 0 });
        for (const [index, { beginMilliseconds, endMilliseconds }] of marks.entries()) {
          const next = marks[index + 1]?.beginMilliseconds;
          expect(endMilliseconds).toBe(next ?? Math.round((samples * 1000) / sampleRate));
          if (next !== undefined) expect(next).toBeGreaterThan(beginMilliseconds);
        }
      }),
    );
  });

  test('and chapters carry the pictures of their ids', () => {
    const image = { image: { sha256: 'a'.repeat(64), bytes: 1 }, mediaType: 'image/png' as const };
    const { marks } = chapterMarks(
      [spoken('c1', [clip('s1', 8000)])],
      [section('c1', 'a', 2, 's1')],
      new Map([['a', image]]),
    );
    expect(marks.map((mark) => mark.image)).toEqual([undefined, image]);
  });
});
