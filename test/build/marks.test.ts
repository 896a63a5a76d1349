/**
 * Chapter marks, measured: in the decoded sound, where after a chapter's end of 1.5 s silence something is heard again,
 * there must be a mark. Nothing here knows our timeline.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
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

afterAll(() => {
  for (const [what, late] of Object.entries(distances))
    console.info(`${what}: headings are heard ${late.join(', ')} ms after their marks`);
});
