import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseCuts, type Candidate } from '../../../pipeline/audio/chunks/choose-cuts.ts';
import { randomFrom } from '../loudness/sounds.ts';

const sampleRate = 16_000;

/** A clip by its length with the pause, and by what is heard. */
type Spoken = Omit<Candidate, 'sample'> & { readonly seconds: number };

function candidatesOf(clips: readonly Spoken[]): readonly Candidate[] {
  let sample = 0;
  return clips.map(({ seconds, ...clip }) => ({
    ...clip,
    sample: (sample += Math.round(seconds * sampleRate)),
  }));
}

/** What each chunk consists of. */
function chunksOf(clips: readonly Spoken[]): readonly string[] {
  let begin = 0;
  return chooseCuts(candidatesOf(clips), sampleRate).map((end) => {
    const marks = clips.slice(begin, end + 1).map(({ mark }) => mark);
    begin = end + 1;
    return marks.join(' ');
  });
}

/** Sentences of 2 to 12 seconds, every fourth or so the last of its paragraph. */
function sentence(random: () => number): Spoken {
  const last = random() > 0.5;
  const seconds = 2 + 5 * (random() + 1) + (last ? 0.7 : 0.25);
  const mark = Math.floor((random() + 1) * 2 ** 40)
    .toString(16)
    .padStart(12, '0');
  return { seconds, pauseSeconds: last ? 0.7 : 0.25, mark, must: false };
}

function chapter(random: () => number, sentences: number): readonly Spoken[] {
  return Array.from({ length: sentences }, () => sentence(random));
}

const clip = fc.record({
  seconds: fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: 0.3, max: 15, noNaN: true }) },
    { weight: 1, arbitrary: fc.double({ min: 15, max: 200, noNaN: true }) },
  ),
  pauseSeconds: fc.constantFrom(0, 0.05, 0.1, 0.25, 0.5, 0.7),
  mark: fc.stringMatching(/^[0-9a-f]{6}$/),
  must: fc.integer({ min: 0, max: 20 }).map((number) => number === 0),
});

test('the last clip ends a chunk, and so does each that must; cuts go forward', () => {
  fc.assert(
    fc.property(fc.array(clip, { minLength: 1, maxLength: 80 }), (clips) => {
      const cuts = chooseCuts(candidatesOf(clips), sampleRate);
      expect(cuts.at(-1)).toBe(clips.length - 1);
      expect(cuts).toEqual([...new Set(cuts)].toSorted((a, b) => a - b));
      const musts = clips.flatMap(({ must }, index) => (must ? [index] : []));
      expect(musts.filter((index) => !cuts.includes(index))).toEqual([]);
    }),
  );
});

test('a chunk lasts 20 to 60 seconds wherever there is a place for that', () => {
  fc.assert(
    fc.property(fc.array(clip, { minLength: 1, maxLength: 80 }), (clips) => {
      const candidates = candidatesOf(clips);
      const cuts = chooseCuts(candidates, sampleRate);
      const at = (index: number): number => (candidates[index]?.sample ?? 0) / sampleRate;
      for (const [number, cut] of cuts.entries()) {
        const first = number === 0 ? 0 : (cuts[number - 1] ?? 0) + 1;
        const begin = first === 0 ? 0 : at(first - 1);
        const isLast = cut === candidates.length - 1 || candidates[cut]?.must === true;
        // Chosen freely, it is long enough, and in silence.
        if (!isLast) {
          expect(at(cut) - begin).toBeGreaterThanOrEqual(20);
          expect(candidates[cut]?.pauseSeconds).toBeGreaterThanOrEqual(0.1);
        }
        if (at(cut) - begin <= 60) continue;
        // Too long: none of the clips within had its end in time.
        const places = candidates
          .slice(first, cut)
          .filter((_, index) => at(first + index) - begin >= 20 && at(first + index) - begin <= 60);
        expect(places.filter(({ pauseSeconds }) => pauseSeconds >= 0.1)).toEqual([]);
      }
    }),
  );
});

test('a joint is at the end of a paragraph where one ends in time', () => {
  const clips = chapter(randomFrom(5), 400);
  const candidates = candidatesOf(clips);
  const at = (index: number): number => (candidates[index]?.sample ?? 0) / sampleRate;
  let begin = 0;
  for (const cut of chooseCuts(candidates, sampleRate).slice(0, -1)) {
    const inTime = clips.filter((_, index) => at(index) - begin >= 20 && at(index) - begin <= 60);
    expect(clips[cut]?.pauseSeconds).toBe(Math.max(...inTime.map(({ pauseSeconds }) => pauseSeconds)));
    begin = at(cut);
  }
});

type Edit = 'changed' | 'added' | 'taken away';

function edited(clips: readonly Spoken[], edit: Edit, at: number, random: () => number): readonly Spoken[] {
  const before = clips.slice(0, at);
  const behind = clips.slice(edit === 'added' ? at : at + 1);
  return [...before, ...(edit === 'taken away' ? [] : [sentence(random)]), ...behind];
}

test.each(['changed', 'added', 'taken away'] as const)(
  'one sentence %s leaves all chunks of a chapter but one or two, on the average, as they were',
  (edit) => {
    const random = randomFrom(11);
    const counts: number[] = [];
    for (let book = 0; book < 10; book++) {
      // About fifty minutes.
      const clips = chapter(random, 400);
      const known = new Set(chunksOf(clips));
      for (let time = 0; time < 40; time++) {
        const at = Math.floor(((random() + 1) / 2) * clips.length);
        counts.push(chunksOf(edited(clips, edit, at, random)).filter((chunk) => !known.has(chunk)).length);
      }
    }
    const sorted = counts.toSorted((a, b) => a - b);
    const average = counts.reduce((sum, count) => sum + count) / counts.length;
    expect(average).toBeLessThan(2);
    expect(sorted[Math.floor(0.95 * sorted.length)]).toBeLessThanOrEqual(3);
  },
);

test('a chapter of one very long clip is one chunk', () => {
  const huge = { seconds: 3600, pauseSeconds: 1, mark: 'a', must: false };
  expect(chooseCuts(candidatesOf([huge]), sampleRate)).toEqual([0]);
  expect(chooseCuts([], sampleRate)).toEqual([]);
});

test('very long clips are chunks of their own, and so are clips that leave no silence', () => {
  const huge = { seconds: 100, pauseSeconds: 1, must: false };
  const three = ['a', 'b', 'c'].map((mark) => ({ ...huge, mark }));
  expect(chooseCuts(candidatesOf(three), sampleRate)).toEqual([0, 1, 2]);
  const unbroken = Array.from({ length: 50 }, (_, index) => ({
    ...huge,
    seconds: 5,
    pauseSeconds: 0,
    mark: `${index}`,
  }));
  expect(chooseCuts(candidatesOf(unbroken), sampleRate)).toEqual([49]);
});

test('ten thousand clips take well under a second, with and without places that must be', () => {
  const clips = candidatesOf(chapter(randomFrom(3), 10_000));
  const often = clips.map((candidate, index) => ({ ...candidate, must: index % 3 === 0 }));
  for (const candidates of [clips, often]) {
    const begin = process.cpuUsage();
    expect(chooseCuts(candidates, sampleRate).length).toBeGreaterThan(1000);
    expect(process.cpuUsage(begin).user / 1e6).toBeLessThan(2);
  }
});
