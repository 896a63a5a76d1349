/**
 * Chapter marks, measured: in the decoded sound, where after a chapter's end of 1.5 s silence something is heard again,
 * there must be a mark. Nothing here knows our timeline.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WebVTTParser } from 'webvtt-parser';
import { z } from 'zod';
import { probe } from '../audio/probe.ts';
import { onsetsAfterSilence, type Decoder } from '../helpers/hear.ts';
import { useWorkplace } from '../helpers/workplace.ts';

const work = await useWorkplace();

/** They begin with all that a voice begins with: stops, vowels, and sounds so soft that they are heard late. */
const headings = [
  'Apples fall', 'Five fish', 'Thirst and thorns', 'Hills behind houses', 'Six ships', 'Bread', 'Zebras',
  'Under the bridge', 'I hear', 'Chapter nine', 'Usage', 'Who is there', 'Put it away', 'Vines', '1984', 'Open',
]; // prettier-ignore
const file = (format: string): string => join(work.out, 'sounds', `sounds.${format}`);

beforeAll(async () => {
  const chapters = headings.map((heading, index): readonly [string, string] => [
    `${String(index + 1)}.md`,
    `# ${heading}\n\nA sentence. And another, which is a little longer.\n\n## Within\n\n- one item\n- two items\n`,
  ]);
  const publication = await work.publish('sounds', {
    'publication.yaml': 'title: Where it begins\nauthors: Ann Author\n',
    ...Object.fromEntries(chapters),
  });
  expect((await work.build(publication)).code).toBe(0);
});

const distances: Record<string, readonly number[]> = {};

/** How many milliseconds after its mark each heading is heard. */
async function measure(format: string, decoder: Decoder): Promise<readonly number[]> {
  const { chapters } = await probe(file(format));
  expect(chapters.map(({ tags }) => tags['title'])).toEqual(['Where it begins', ...headings]);
  const heard = await onsetsAfterSilence(file(format), { silenceSeconds: 1.4, decoder });
  expect(heard).toHaveLength(chapters.length);
  const late = chapters.map(({ start_time }, index) => Math.round(((heard[index] ?? 0) - start_time) * 1000));
  distances[`${format}, ${decoder} decoder`] = late;
  return late;
}

describe.each(['m4b', 'mp3'] as const)('in the %s', (format) => {
  test('each chapter mark lies within 50 ms of where its heading is heard', async () => {
    for (const late of await measure(format, 'exact')) expect(Math.abs(late)).toBeLessThanOrEqual(50);
  });

  test('a decoder that does not know the encoder’s delay is no more than 30 ms further off', async () => {
    const exact = await measure(format, 'exact');
    const ignorant = await measure(format, 'ignorant');
    for (const [index, late] of ignorant.entries()) {
      expect(late - (exact[index] ?? 0)).toBeGreaterThanOrEqual(0);
      expect(late - (exact[index] ?? 0)).toBeLessThanOrEqual(30);
    }
  });
});

const captions: Record<string, readonly number[]> = {};
const wordsSchema = z.object({ segments: z.array(z.object({ startTime: z.number(), endTime: z.number() })) });

/** Where a caption's first word follows a pause, so that ears can tell when it begins. */
async function cuesAfterPauses(): Promise<readonly number[]> {
  const text = await readFile(join(work.out, 'sounds', 'sounds.words.json'), 'utf8');
  const { segments } = wordsSchema.parse(JSON.parse(text));
  const rested = segments.filter(({ startTime }, index) => startTime - (segments[index - 1]?.endTime ?? -1) >= 0.25); // prettier-ignore
  const begins = new Set(rested.map(({ startTime }) => startTime.toFixed(3)));
  const { cues } = new WebVTTParser().parse(await readFile(file('vtt'), 'utf8'), 'captions');
  return cues.map(({ startTime }) => startTime).filter((startTime) => begins.has(startTime.toFixed(3)));
}

test.each(['m4b', 'mp3'] as const)(
  'each caption begins within 50 ms of its first word in the %s',
  async (format) => {
    const cues = await cuesAfterPauses();
    // Heading, two sentences, heading, two items.
    expect(cues.length).toBeGreaterThanOrEqual(6 * headings.length);
    const heard = await onsetsAfterSilence(file(format), { silenceSeconds: 0.15, decoder: 'exact' });
    const late = cues.map((cue) => heard.map((onset) => Math.round((onset - cue) * 1000)).reduce((best, one) => (Math.abs(one) < Math.abs(best) ? one : best), Infinity)); // prettier-ignore
    captions[format] = late;
    for (const one of late) expect(Math.abs(one)).toBeLessThanOrEqual(50);
  },
);

afterAll(() => {
  for (const [what, late] of Object.entries(distances))
    console.info(`${what}: headings are heard ${late.join(', ')} ms after their marks`);
  for (const [format, late] of Object.entries(captions))
    console.info(
      `${format}: captions are heard from ${Math.min(...late)} to ${Math.max(...late)} ms after they appear`,
    );
});
