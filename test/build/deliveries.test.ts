/** One small book in every delivery: each as its profile wants it by ffmpeg's meters, and all with one table of times. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromXml } from 'xast-util-from-xml';
import { beforeAll, describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { z } from 'zod';
import { profiles, type Profile, type ProfileName } from '../../pipeline/audio/profiles.ts';
import { manifestSchema } from '../../pipeline/report/manifest.ts';
import { probe } from '../audio/probe.ts';
import { svgChart } from '../epub/pictures.ts';
import { unzip } from '../epub/unzip.ts';
import type { EndedLectern } from '../helpers/lectern.ts';
import { meter, type Metered } from '../helpers/meters.ts';
import { steps } from '../helpers/steps.ts';
import { filesIn, useWorkplace, type Files } from '../helpers/workplace.ts';
import { audiobookSchema } from '../lpf/manifest-schema.ts';
import { faultsOf } from '../podcast/required-tags.ts';

const work = await useWorkplace();
const folder = join(work.out, 'ferry');
const file = (name: string): string => join(folder, name);
const base = 'https://example.org/books';
const args = ['--json', '--also', 'opus,acx,lpf', '--base-url', base];

/** A note, so that the page has another order than the ear; a figure; a chapter of a few seconds. */
const book: Files = {
  'publication.yaml': `title: The ferry
subtitle: A crossing
authors: Ann Author
language: en
date: "2026-02-03"
modified: "2026-02-03T10:00:00Z"
identifier: urn:uuid:6f3a8d5e-0c5f-4d6f-9f3a-1d6a2f6d7b11
publisher: Small Press
podcast:
  episodes: both
`,
  '1.md': `# The pier

The ferry leaves at noon.[^1] Nobody waits for it, and nobody is late.

Gulls stand on every post. One of them sleeps.

[^1]: In winter it leaves an hour earlier.

![Bars that rise](bars.svg "They rise.")
`,
  '2.md': `# The crossing

The water is grey, and it moves under us as if somebody were breathing below. A child counts the waves.
`,
  '3.md': '# The other side\n\nWe have arrived.\n',
  'bars.svg': svgChart,
};
const titles = ['The ferry', 'The pier', 'The crossing', 'The other side', 'Credits'];

let publication: string;
let first: EndedLectern;
let made: Readonly<Record<string, string>>;
/** The lengths of the chapters, as the M4B has them. */
let lengths: readonly number[];

beforeAll(async () => {
  publication = await work.publish('ferry', book);
  first = await work.build(publication, args);
  expect([first.code, first.stderr]).toEqual([0, '']);
  made = await filesIn(folder);
  const { chapters } = await probe(file('ferry.m4b'));
  lengths = chapters.map(({ start_time, end_time }) => end_time - start_time);
});

const reportSchema = z.object({
  passed: z.boolean(),
  audio: z.array(
    z.object({
      file: z.string(),
      bytes: z.number(),
      profile: z.string(),
      passed: z.boolean(),
      targets: z.array(z.object({ result: z.string() })),
    }),
  ),
});

describe('every delivery', () => {
  test('is in the report, once, and passed', () => {
    const { audio, passed } = reportSchema.parse(JSON.parse(made['report.json'] ?? ''));
    expect(passed).toBe(true);
    const sounds = Object.keys(made).filter((name) => /\.(m4b|mp3|opus|lpf|epub)$/.test(name));
    expect(audio.map((one) => one.file).sort()).toEqual(sounds);
    expect(sounds).toHaveLength(4 + 1 + 6 + 4);
    for (const { file: name, bytes, targets, ...one } of audio) {
      expect({ name, passed: one.passed, bytes }).toEqual({ name, passed: true, bytes: made[name]?.length });
      expect(targets.map(({ result }) => result)).toEqual(targets.map(() => 'met'));
    }
  });

  test('measures what its profile wants, by ffmpeg', async () => {
    const { audio } = reportSchema.parse(JSON.parse(made['report.json'] ?? ''));
    for (const { file: name, profile } of audio) {
      const { loudness, truePeak, mean, highest } = await metered(name);
      const { target } = profiles[profile as ProfileName] as Profile;
      const off = target.loudness && Math.abs(loudness - target.loudness.lufs);
      // The meter of peaks has tenths.
      expect({ name, truePeak: truePeak <= target.truePeakDb + 0.05, highest: highest <= target.truePeakDb, off }).toEqual({ name, truePeak: true, highest: true, off: off && expect.toSatisfy((lu: number) => lu <= 0.5) as unknown }); // prettier-ignore
      if (!target.rmsDb) continue;
      expect(mean).toBeGreaterThanOrEqual(target.rmsDb.atLeast);
      expect(mean).toBeLessThanOrEqual(target.rmsDb.atMost);
    }
  });

  test('has the chapters of the headings, at the same times to the millisecond', async () => {
    const begins = lengths.map((_, index) =>
      lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
    );
    for (const name of ['ferry.m4b', 'ferry.mp3', 'ferry.opus', 'podcast/ferry.mp3']) {
      const { chapters } = await probe(file(name));
      expect(chapters.map(({ tags }) => tags['title'])).toEqual(titles);
      for (const [index, { start_time }] of chapters.entries())
        expect(Math.abs(start_time - (begins[index] ?? 0))).toBeLessThan(0.001);
    }
    const { chapters } = chaptersSchema.parse(JSON.parse(made['podcast/ferry.chapters.json'] ?? ''));
    expect(chapters.map(({ title }) => title)).toEqual(titles);
    for (const [index, { startTime }] of chapters.entries()) expect(startTime).toBeCloseTo(begins[index] ?? 0, 3); // prettier-ignore

    // Captions name each chapter before its first cue, which is said at once.
    const vtt = made['ferry.vtt'] ?? '';
    const { cues } = new WebVTTParser().parse(Buffer.from(vtt, 'latin1').toString('utf8'), 'captions');
    for (const [index, title] of titles.entries()) {
      const cue = cues.find(({ startTime }) => startTime >= (begins[index] ?? 0));
      expect((cue?.startTime ?? 0) - (begins[index] ?? 0)).toBeLessThan(0.05);
      if (title !== 'The ferry') expect(vtt).toMatch(new RegExp(`NOTE ${title}\n\n[\\d:.]+ --> `));
    }
  });

  test('is as long in the EPUB, chapter by chapter, and in the W3C audiobook', async () => {
    const inEpub = await unzip(await readFile(file('ferry.epub')));
    const opf = inEpub.find(({ name }) => name.endsWith('.opf'))?.bytes.toString() ?? '';
    const pages = [...opf.matchAll(/refines="#(overlay-\d+)">0:(\d\d):([\d.]+)</g)].flatMap(([, id = '', minutes, seconds]) => {
      const isOwn = new RegExp(`<item [^>]*href="overlays/(cover|toc)\\.smil"[^>]*id="${id}"|<item [^>]*id="${id}"[^>]*href="overlays/(cover|toc)\\.smil"`).test(opf);
      return isOwn ? [] : [Number(minutes) * 60 + Number(seconds)];
    }); // prettier-ignore
    expect(pages).toEqual(lengths.map((length) => expect.closeTo(length, 3) as unknown));

    const inLpf = await unzip(await readFile(file('ferry.lpf')));
    const manifest = audiobookSchema.parse(JSON.parse(inLpf.find(({ name }) => name === 'publication.json')?.bytes.toString() ?? '')); // prettier-ignore
    expect(manifest.readingOrder.map(({ name, duration }) => [name, duration])).toEqual(
      titles.map((title, index) => [title, expect.toSatisfy((duration: string) => Math.abs(Number(duration.slice(2, -1)) - (lengths[index] ?? 0)) < 0.001) as unknown]),
    ); // prettier-ignore
    const there = new Set(inLpf.map(({ name }) => name));
    for (const { url } of manifest.readingOrder) expect(there).toContain(url);
  });

  test('says what it is', async () => {
    for (const name of ['ferry.m4b', 'ferry.mp3', 'podcast/ferry.mp3'])
      expect((await probe(file(name))).format.tags).toMatchObject({
        title: 'The ferry', artist: 'Ann Author', NARRATOR: expect.stringMatching(/synthetic/i) as unknown,
      }); // prettier-ignore
    // Of the MP4 it is a key of Lectern's own, of the MP3 a frame that has a name.
    for (const [name, key] of [
      ['ferry.m4b', 'PUBLISHER'],
      ['ferry.mp3', 'publisher'],
    ] as const)
      expect((await probe(file(name))).format.tags[key]).toBe('Small Press');
    const opus = (await probe(file('ferry.opus'))).streams[0]?.tags;
    expect(opus).toMatchObject({ TITLE: 'The ferry', ARTIST: 'Ann Author' });
    const episode = await probe(file('podcast/2.mp3'));
    expect(episode.format.tags).toMatchObject({ title: 'The crossing', album: 'The ferry', track: '2/3' });
    const acx = await probe(file('acx/01-the-pier.mp3'));
    expect(acx.format.tags).toMatchObject({ title: 'The pier', album: 'The ferry' });
  });
});

/** Each output once: the meter of peaks takes its time. */
const readings = new Map<string, Promise<Metered>>();
function metered(name: string): Promise<Metered> {
  const reading = readings.get(name) ?? soundsOf(name).then((files) => meter(...files));
  readings.set(name, reading);
  return reading;
}

/** The files whose sound, one behind the other, is that of an output. */
async function soundsOf(name: string): Promise<readonly string[]> {
  if (!/\.(lpf|epub)$/.test(name)) return [file(name)];
  const packed = await mkdtemp(join(work.temporary, 'sounds-'));
  const sounds = (await unzip(await readFile(file(name)))).filter((entry) => entry.name.endsWith('.m4a'));
  const paths = sounds.map((_, index) => join(packed, `${index}.m4a`));
  for (const [index, { bytes }] of sounds.entries()) await writeFile(paths[index] ?? '', bytes);
  return paths;
}

const chaptersSchema = z.object({
  chapters: z.array(z.object({ startTime: z.number(), title: z.string() })),
});

test('each file for ACX has its silences, its rate and its format, and the shop gets credits and a sample', async () => {
  const names = Object.keys(made).filter((name) => name.startsWith('acx/'));
  expect(names).toEqual([
    'acx/00-opening-credits.mp3', 'acx/01-the-pier.mp3', 'acx/02-the-crossing.mp3', 'acx/03-the-other-side.mp3',
    'acx/04-closing-credits.mp3', 'acx/retail-sample.mp3',
  ]); // prettier-ignore
  for (const name of names) {
    const { head, tail, stream } = await metered(name);
    expect(head).toBeGreaterThanOrEqual(0.5);
    expect(head).toBeLessThanOrEqual(1);
    expect(tail).toBeGreaterThanOrEqual(1);
    expect(tail).toBeLessThanOrEqual(5);
    expect(stream).toMatch(/^mp3.*, 44100 Hz, mono, .*, 192 kb\/s/);
    expect(bitrates(Buffer.from(made[name] ?? '', 'latin1'))).toEqual(new Set([192]));
  }
});

/** Of all frames of MPEG-1 layer III. */
function bitrates(bytes: Buffer): ReadonlySet<number> {
  const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
  const tagBytes = bytes.subarray(6, 10).reduce((sum, byte) => sum * 128 + byte, 0) + 10;
  const found = new Set<number>();
  for (let at = bytes.toString('latin1', 0, 3) === 'ID3' ? tagBytes : 0; at + 4 < bytes.length;) {
    expect(bytes.readUInt16BE(at) & 0xfffa).toBe(0xfffa);
    const rate = kilobits[(bytes[at + 2] ?? 0) >> 4] ?? 0;
    found.add(rate);
    at += Math.floor((144_000 * rate) / 44_100) + (((bytes[at + 2] ?? 0) >> 1) & 1);
  }
  return found;
}

test('the feed has every tag that is required, and every file that it names is there, as long as it says', () => {
  const feed = Buffer.from(made['feed.xml'] ?? '', 'latin1').toString('utf8');
  expect(faultsOf(feed)).toEqual([]);
  const named = new Map<string, number | undefined>();
  const visit = (node: ReturnType<typeof fromXml>['children'][number]): void => {
    if (node.type !== 'element') return;
    const { url, href, uri, length } = node.attributes;
    const own = node.name === 'podcast:source' ? uri : (url ?? href);
    if (own?.startsWith(`${base}/ferry/`)) named.set(own, length == null ? named.get(own) : Number(length));
    node.children.forEach(visit);
  };
  fromXml(feed).children.forEach(visit);
  expect(named.size).toBeGreaterThan(20);
  for (const [address, length] of named) {
    const name = address.slice(`${base}/ferry/`.length);
    expect(made).toHaveProperty([name]);
    if (length !== undefined) expect([name, made[name]?.length]).toEqual([name, length]);
  }
  const episodes = [...named].filter(([address, length]) => address.endsWith('.mp3') && length !== undefined);
  expect(episodes).toHaveLength(4);
});

test('the manifest lists every file, with its length where it is heard', () => {
  const { files } = manifestSchema.parse(JSON.parse(made['manifest.json'] ?? ''));
  expect(files.map(({ name }) => name)).toEqual(Object.keys(made).filter((name) => name !== 'manifest.json'));
  for (const { name, seconds } of files)
    expect([name, seconds !== undefined]).toEqual([name, /\.(m4b|mp3|opus|lpf)$/.test(name)]);
});

test('built again everything is remembered, and no byte is another', async () => {
  // A problem that it has not: with the same allowed the last build would speak for this one.
  const again = await work.build(publication, [...args, '--allow', 'image-missing']);
  expect(again.code).toBe(0);
  expect(steps(again, 'started')).toEqual([]);
  const recalled = new Set(steps(again, 'recalled'));
  expect(steps(first, 'finished').filter((step) => !recalled.has(step))).toEqual([]);
  expect(await filesIn(folder)).toEqual(made);
});

test('built elsewhere with one job, the bytes are the same', async () => {
  const out = join(work.folder, 'elsewhere');
  const env = { LECTERN_HOME: join(work.folder, 'other-home') };
  const only = ['--only', 'm4b,podcast,acx', '--base-url', base];
  const alone = await work.build(publication, [...only, '--out', out, '--jobs', '1'], { env });
  expect(alone.code).toBe(0);
  const files = Object.entries(await filesIn(join(out, 'ferry')));
  const sounds = files.filter(([name]) => /\.(m4b|mp3)$/.test(name));
  expect(sounds).toHaveLength(1 + 4 + 6);
  for (const [name, bytes] of sounds) expect([name, bytes === made[name]]).toEqual([name, true]);
});
