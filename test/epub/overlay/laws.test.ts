/** From Markdown to every edition: whatever is shown is heard once, in order, and all times are one timeline. */
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mp4Seconds } from '../../../pipeline/check/audio/mp4-seconds.ts';
import { mapLimited } from '../../../pipeline/engine/map-limited.ts';
import { probe } from '../../audio/probe.ts';
import { buildAloud, type BuiltAloud } from '../../helpers/build-aloud.ts';
import { writeFiles } from '../../helpers/workplace.ts';
import { anyPublication } from './any-publication.ts';
import { readHeardBook, type HeardClip } from './heard-book.ts';
import { brokenLaws, overlayLaws, type LawName, type Told } from './laws.ts';

const folder = await mkdtemp(join(tmpdir(), 'lectern-laws-'));
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

const fixtures = join(import.meta.dirname, '../../fixtures');
const names = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name); // prettier-ignore
const mutated = 'kinds-of-chapter';
let count = 0;
const build = (publication: string, formats: readonly ('m4b' | 'mp3')[]): Promise<BuiltAloud | undefined> =>
  buildAloud(publication, { folder, out: join(folder, 'out', String((count += 1))), formats });

async function tellOf({ epub, audiobooks, timeline }: BuiltAloud): Promise<Told> {
  const pages = (await readHeardBook(epub)).map(async (page) => ({
    ...page,
    audioMilliseconds: Math.round(((await secondsOf(page.audio)) ?? 0) * 1000),
  }));
  const marks = Object.entries(audiobooks).map(
    async ([format, file]) => [format, await marksOf(file)] as const,
  );
  return { pages: await Promise.all(pages), timeline, marks: Object.fromEntries(await Promise.all(marks)) };
}

function secondsOf(bytes: Uint8Array): Promise<number | undefined> {
  const read = (offset: number, length: number): Promise<Buffer> => Promise.resolve(Buffer.from(bytes.subarray(offset, offset + length))); // prettier-ignore
  return mp4Seconds({ bytes: bytes.length, read });
}

async function marksOf(file: string) {
  const { chapters } = await probe(file);
  return chapters.map(({ start_time, end_time }) => ({ begin: start_time * 1000, end: end_time * 1000 }));
}

describe('the fixtures that can be built', () => {
  const told = new Map<string, Told>();
  beforeAll(async () => {
    await mapLimited(
      names,
      2,
      async (name) => {
        // Marks are made of the same sums whatever the book says: one of them shows it, and the generated ones do.
        const built = await build(join(fixtures, name, 'in'), name === mutated ? ['m4b'] : []);
        if (built !== undefined) told.set(name, await tellOf(built));
      },
      new AbortController().signal,
    );
  });

  test('keep every law', () => {
    const broken = [...told].map(([name, one]) => [name, brokenLaws(one)] as const);
    expect(broken.filter(([, laws]) => Object.keys(laws).length > 0)).toEqual([]);
  });

  test('are many, and much is heard of them', () => {
    expect(told.size).toBeGreaterThan(25);
    const clips = [...told.values()].flatMap(({ pages }) => pages.flatMap((page) => page.clips));
    expect(clips.length).toBeGreaterThan(500);
  });

  /** What a fault of ours would look like: of one law, and of no other. */
  const mutations: readonly (readonly [string, LawName, (told: Told) => Told])[] = [
    ['a sentence loses its clip', 'every text and every alternative has one clip', inClips((clips) => clips.slice(0, -1))],
    ['two sentences change places', 'clips come in the order of the page', inPage((page) => ({ ...page, ids: page.ids.toReversed() }))],
    ['a clip begins before the one before it has ended', 'clips do not overlap', inClips(([a, b, ...rest]) => (a && b ? [a, { ...b, begin: a.end - 1 }, ...rest] : []))],
    ['the audio is a frame short', 'clips end within their audio', inPage((page) => ({ ...page, audioMilliseconds: page.audioMilliseconds - 24 }))],
    ['all clips but the first are 2 ms early', 'clips lie where the timeline has their sound', inClips((clips) => clips.map((clip, index) => ({ ...clip, begin: clip.begin - (index === 0 ? 0 : 2), end: clip.end - 2 })))],
    ['a mark is 2 ms late', 'chapter marks lie where the timeline has their chapters', ({ marks, ...told }) => ({ ...told, marks: { m4b: (marks['m4b'] ?? []).map(({ begin, end }) => ({ begin: begin + 2, end: end + 2 })) } })],
  ]; // prettier-ignore

  test.each(mutations)('%s: %s', (_, law, mutate) => {
    const whole = told.get(mutated);
    if (whole === undefined) throw new Error('The fixture was not built.');
    expect(Object.keys(brokenLaws(mutate(whole)))).toEqual([law]);
  });

  test('each law has a mutation', () => {
    expect(mutations.map(([, law]) => law)).toEqual(Object.keys(overlayLaws));
  });
});

type Page = Told['pages'][number];

/** A change in the page of which most is heard. */
function inPage(change: (page: Page) => Page): (told: Told) => Told {
  return (told) => {
    const longest = told.pages.toSorted((a, b) => b.clips.length - a.clips.length)[0];
    return { ...told, pages: told.pages.map((page) => (page === longest ? change(page) : page)) };
  };
}

function inClips(change: (clips: readonly HeardClip[]) => readonly HeardClip[]): (told: Told) => Told {
  return inPage((page) => ({ ...page, clips: change(page.clips) }));
}

test('any publication keeps every law, sentence by sentence and word by word', async () => {
  let heard = 0;
  const property = fc.asyncProperty(anyPublication, async (files) => {
    const publication = join(folder, 'any', String((count += 1)));
    await writeFiles(publication, files);
    const built = await build(publication, ['m4b', 'mp3']);
    if (built === undefined) throw new Error('It was not built.');
    const told = await tellOf(built);
    expect(brokenLaws(told)).toEqual({});
    heard += told.pages.flatMap(({ clips }) => clips).length;
  });
  // A build takes a second or more: what fails is shown as it is.
  await fc.assert(property, { numRuns: 8, endOnFailure: true });
  expect(heard).toBeGreaterThan(50);
});
