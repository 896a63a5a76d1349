/** The order of the ear and that of the page: chunks as the EPUB's sound has them, and where its segments lie in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OverlayAudioInput } from '../../pipeline/audio/bind-overlay.ts';
import type { EncodedChunk } from '../../pipeline/audio/chunks/encode-chunk.ts';
import { segmentsOf } from '../../pipeline/audio/segments.ts';
import { timeChapter, type TimeClip } from '../../pipeline/audio/time-chapter.ts';
import type { BlobRef } from '../../pipeline/engine/blob.ts';
import type { Sound } from '../../pipeline/graph/builds.ts';
import { pageOrders, withCutsBetween } from '../../pipeline/graph/page-order.ts';
import { readAloudOf } from '../../pipeline/graph/reading-aloud.ts';
import type { Reading } from '../../pipeline/graph/reading.ts';
import type { WordedScript } from '../../pipeline/narration/word-chapter.ts';
import { contextOf, temporaryBlobs } from '../audio/temporary-blobs.ts';

const sampleRate = 8000;

/** A blob that is nowhere: only its size is asked for. */
function blob(name: string, bytes: number): BlobRef {
  return { sha256: Buffer.from(name).toString('hex').padStart(64, '0'), bytes };
}

/** What is heard of an element: its clips by their seconds, and whether something that is in no element comes before. */
type Heard = { readonly seconds: readonly number[]; readonly announced: boolean };

function clipsOf(elements: readonly Heard[]): readonly TimeClip[] {
  return elements.flatMap(({ seconds, announced }, element) =>
    [...(announced ? [0.5] : []), ...seconds].map((length, index) => {
      const samples = Math.round(length * sampleRate);
      const utterance = `u${element}-${index}`;
      const pcm = blob(`${(element * 7919) % 1009} ${index}`, samples * 2);
      const sound = { pcm, sampleRate, samples, times: [], at: [], pauseSeconds: 0 };
      const target = announced && index === 0 ? {} : { target: `e${element}` };
      return { utterance, ...target, sounds: [sound], pauseSeconds: 0.3 };
    }),
  );
}

/** A book of one chapter whose page has elements in that order. */
function readingOf(order: readonly number[]): Reading {
  const blocks = order.map((element) => ({ type: 'code', id: `e${element}` }));
  return {
    publication: { settings: { narration: { readAloud: 'sentence' } }, metadata: { narrator: 'Ann' } },
    book: { language: 'en', chapters: [{ id: 'c', blocks, notes: [] }] },
  } as unknown as Reading;
}

/** The sound of the page, as samples of the chapter: the runs that follow each other, and the segments in it. */
async function pageOf(elements: readonly Heard[], order: readonly number[]) {
  const reading = readingOf(order);
  const clips = withCutsBetween(clipsOf(elements), pageOrders(reading.book).get('c'));
  const context = contextOf(await temporaryBlobs(), {});
  const chapter = await timeChapter.run({ id: 'c', title: 'C', sampleRate, clips }, context);
  const chunks = chapter.cuts.map((_, index): EncodedChunk => {
    const levels = { blocks: [], samples: 0, sampleRate, seconds: [] };
    return { frames: blob(`chunk ${index}`, 9), lastFrameByte: 0, frameCount: 9, levels };
  });
  let bound: OverlayAudioInput | undefined;
  const step = (_stage: unknown, input: OverlayAudioInput) => {
    bound = input;
    return Promise.resolve({ file: blob('page', 1) });
  };
  const sound = { build: { step, signal: new AbortController().signal } } as unknown as Sound;
  const script = { chapters: [] } as unknown as WordedScript;
  const { pages } = await readAloudOf(sound, reading, script, [{ chapter, chunks }], 1);
  const runs = (bound?.chunks ?? []).map(({ frames }) => {
    const index = chunks.findIndex((chunk) => chunk.frames.sha256 === frames.sha256);
    return { begin: chapter.cuts[index - 1] ?? 0, end: chapter.cuts[index] ?? NaN };
  });
  return { chapter, page: pages[0], runs };
}

/** Which sample of the chapter is at a sample of the page. */
function heardAt(runs: readonly { readonly begin: number; readonly end: number }[], sample: number): number {
  let left = sample;
  for (const { begin, end } of runs) {
    if (left < end - begin) return begin + left;
    left -= end - begin;
  }
  return NaN;
}

async function expectThePagesOrder(elements: readonly Heard[], order: readonly number[]): Promise<void> {
  const { chapter, page, runs } = await pageOf(elements, order);
  expect(page?.segments.map(({ target }) => target)).toEqual(order.map((element) => `e${element}`));
  // Every chunk once.
  expect(runs.reduce((sum, { begin, end }) => sum + end - begin, 0)).toBe(chapter.samples);
  expect(new Set(runs.map(({ begin }) => begin)).size).toBe(chapter.cuts.length);
  const heard = new Map(segmentsOf(chapter).map((segment) => [segment.target, segment]));
  let reached = 0;
  for (const { target, beginSample, endSample } of page?.segments ?? []) {
    expect(beginSample).toBe(reached);
    reached = endSample;
    const own = heard.get(target);
    // It is that element's sound from its first sample to its last.
    expect(heardAt(runs, beginSample)).toBe(own?.beginSample);
    expect(heardAt(runs, endSample - 1)).toBe((own?.endSample ?? NaN) - 1);
    expect(endSample - beginSample).toBe((own?.endSample ?? NaN) - (own?.beginSample ?? NaN));
  }
  expect(reached).toBe(chapter.samples);
  expect(page?.samples).toBe(chapter.samples);
}

const seconds = fc.double({ min: 0.2, max: 25, noNaN: true });
const elements = (clips: number) =>
  fc
    .array(
      fc.record({
        seconds: fc.array(seconds, { minLength: 1, maxLength: clips }),
        announced: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .chain((heard) => {
      const all = [...heard.keys()];
      return fc.tuple(fc.constant(heard), fc.shuffledSubarray(all, { minLength: all.length }));
    });

test('whatever the order of the page, its chunks are in it, and its segments fill its sound', async () => {
  await fc.assert(
    fc.asyncProperty(elements(2), ([heard, order]) => expectThePagesOrder(heard, order)),
    { numRuns: 60 },
  );
});

test('an element that is several chunks long is heard in one piece too', async () => {
  const long = { seconds: [25, 25, 25, 25, 25, 25, 25], announced: false };
  const short = { seconds: [2], announced: false };
  await expectThePagesOrder([short, long, short, long, short], [0, 1, 2, 3, 4]);
  await fc.assert(
    fc.asyncProperty(elements(9), ([heard, order]) => expectThePagesOrder(heard, order)),
    { numRuns: 40 },
  );
});

test('where both orders are one, no cut is asked for', () => {
  const clips = clipsOf(Array.from({ length: 9 }, () => ({ seconds: [1, 2], announced: true })));
  const order = pageOrders(readingOf([0, 1, 2, 3, 4, 5, 6, 7, 8]).book).get('c');
  expect(withCutsBetween(clips, order)).toBe(clips);
  expect(withCutsBetween(clips, undefined)).toBe(clips);
});

test('a note in the middle that stands at the end of the page costs two cuts', () => {
  const clips = clipsOf(Array.from({ length: 6 }, () => ({ seconds: [1], announced: false })));
  const order = pageOrders(readingOf([0, 1, 3, 4, 5, 2]).book).get('c');
  const cut = withCutsBetween(clips, order);
  expect(cut.flatMap(({ apart }, index) => (apart ? [index] : []))).toEqual([2, 3]);
});
