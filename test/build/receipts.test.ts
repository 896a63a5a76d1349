/** A build by its receipt: what was made is put in place again only while everything that was read and asked is the same. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { buildPublication } from '../../pipeline/build-publication.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { Store } from '../../pipeline/engine/store.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import type { SpeechEngine, Voice } from '../../pipeline/speech/engine.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { colourPng, jpeg } from '../epub/images/photographs.ts';
import { createToneEngine, toneVoice } from '../speech/tone-engine.ts';

let folder: string;
let source: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-receipts-'));
  source = join(folder, 'book');
  await mkdir(source);
  await write('publication.yaml', 'title: Pond\nauthors: Somebody\nlanguage: en\nmodified: 2026-11-20\n');
  await write(
    '1.md',
    '# Pond\n\nThe water is still. <span lang="fr">Il pleut.</span>\n\n![Red above and blue below](a.png)\n',
  );
  await write('a.png', await colourPng(30, 20));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const write = (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(source, name), content);

type Options = {
  readonly store?: (store: Store) => Store;
  readonly editions?: readonly ('epub' | 'm4b' | 'podcast')[];
  readonly engines?: readonly SpeechEngine[];
  readonly out?: string;
  readonly onEvent?: (event: BuildEvent) => void;
};

async function build({
  editions = ['epub'],
  engines,
  out = 'out',
  store = (own) => own,
  onEvent,
}: Options = {}): Promise<readonly BuildEvent[]> {
  const [found] = (await findPublications(source)).found;
  if (!found) throw new Error('There is no publication.');
  const events: BuildEvent[] = [];
  await buildPublication(found, {
    out: join(folder, out),
    editions: new Set(editions),
    allow: new Set(),
    store: store(await openStore(join(folder, 'store'))),
    jobs: 1,
    sound: engines && {
      speech: createSpeechTools(engines),
      ffmpeg: await findFfmpeg({ environment: process.env }),
    },
    ...(engines && { voice: toneVoice.id }),
    signal: new AbortController().signal,
    tell: (event) => {
      events.push(event);
      onEvent?.(event);
    },
  });
  return events;
}

const isUnchanged = (events: readonly BuildEvent[]): boolean =>
  events.some(({ type }) => type === 'unchanged');
const started = (events: readonly BuildEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'step' && event.step.type === 'started' ? [event.step.stage] : [],
  );
const codes = (events: readonly BuildEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'problem' ? [event.problem.code] : []));

test('it tells again what is wrong, and what was placed', async () => {
  await write('2.md', '# Bank\n\n[Here](nowhere.md) is a link.\n');
  const first = await build();
  expect(codes(first).length).toBeGreaterThan(0);
  const again = await build();
  expect(isUnchanged(again)).toBe(true);
  const lasting = (events: readonly BuildEvent[]) =>
    events.filter(({ type }) => ['opened', 'problem', 'placed'].includes(type));
  expect(lasting(again)).toEqual(lasting(first));
});

test('a picture that is another, or was not there, is seen', async () => {
  await build();
  await write('a.png', await colourPng(60, 20));
  expect(started(await build())).toContain('epub');
  expect(isUnchanged(await build())).toBe(true);

  await write('2.md', '# Bank\n\n![A bank](b.jpg)\n');
  await expect(build()).rejects.toThrow('1 error');
  await write('b.jpg', await jpeg(30, 20));
  expect(started(await build())).toContain('epub');
  await rm(join(source, 'b.jpg'));
  await expect(build()).rejects.toThrow('1 error');
});

test('a podcast’s picture that changes while the book is built is seen by the next build', async () => {
  await write(
    'publication.yaml',
    'title: Pond\nauthors: Somebody\nlanguage: en\nmodified: 2026-11-20\npodcast:\n  artwork: square.png\n  baseUrl: https://example.org\n',
  );
  await write('square.png', await colourPng(1400, 1400));
  const other = await colourPng(1500, 1500);
  const podcast: Options = { editions: ['podcast'], engines: [createToneEngine()] };
  let written: Promise<void> | undefined;
  await build({
    ...podcast,
    onEvent: ({ type }) => {
      if (type === 'planned') written ??= write('square.png', other);
    },
  });
  expect(written).toBeDefined();
  await written;
  expect(started(await build(podcast))).toContain('fit-artwork');
  expect(isUnchanged(await build(podcast))).toBe(true);
});

test('a voice that has come for a passage speaks it', async () => {
  const french: Voice = { ...toneVoice, id: 'other/fr', engine: 'other', name: 'fr', languages: ['fr'] };
  const tones = createToneEngine();
  const other: SpeechEngine = {
    ...tones,
    name: 'other',
    voices: () => Promise.resolve([french]),
    synthesize: (request, signal) => tones.synthesize({ ...request, voice: toneVoice.id }, signal),
  };
  const aloud: Options = { editions: ['m4b'], engines: [createToneEngine()] };
  expect(codes(await build(aloud))).toContain('passage-language-not-spoken');
  const again = await build(aloud);
  expect(isUnchanged(again)).toBe(true);
  expect(codes(again)).toContain('passage-language-not-spoken');
  const spoken = await build({ ...aloud, engines: [createToneEngine(), other] });
  expect(started(spoken).filter((stage) => stage === 'speak')).toHaveLength(1);
  expect(codes(spoken)).not.toContain('passage-language-not-spoken');
});

test('it is good for a day; then all is recalled, so that nothing that is in use counts as unused', async () => {
  await build();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60 * 1000 });
  const later = await build();
  expect(isUnchanged(later)).toBe(false);
  expect(started(later)).toEqual([]);
  expect(isUnchanged(await build())).toBe(true);
});

test('what is not in the store any more is made again for another folder', async () => {
  await build();
  const blobs = join(folder, 'store', 'blobs');
  for (const name of await readdir(blobs)) await rm(join(blobs, name), { recursive: true });
  const again = await build({ out: 'elsewhere' });
  expect(isUnchanged(again)).toBe(false);
  expect(await readdir(join(folder, 'elsewhere', 'book'))).toContain('book.epub');
});

test('a store that can only be read serves all the same', async () => {
  await build();
  const readOnly = ({ records, ...store }: Store): Store => ({
    ...store,
    records: { ...records, write: () => Promise.reject(new Error('The store cannot be written.')) },
  });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60 * 1000 });
  expect(started(await build({ store: readOnly, out: 'elsewhere' }))).toEqual([]);
  expect(await readdir(join(folder, 'elsewhere', 'book'))).toContain('book.epub');
});
