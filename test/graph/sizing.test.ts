import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { buildPublication } from '../../pipeline/build-publication.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { createToneEngine, toneVoice } from '../speech/tone-engine.ts';
import { refuseTooLarge, sizeOf } from '../../pipeline/graph/sizing.ts';
import type { Reading } from '../../pipeline/graph/reading.ts';
import type { WordedScript } from '../../pipeline/narration/word-chapter.ts';
import { ProblemDesk } from '../../pipeline/problem-desk.ts';
import { AuthorProblemsError } from '../../pipeline/problem.ts';
import { makeEpub } from '../../pipeline/epub/make-epub.ts';
import { kitchenSink } from '../epub/kitchen-sink.ts';
import { contextOf, memoryBlobs } from '../epub/memory-blobs.ts';
import { unzip } from '../epub/unzip.ts';
import { book, chapter, imageFile, metadata } from '../epub/books.ts';

const gigabyte = 1024 ** 3;
const cover = {
  blob: blobOf(100_000),
  mediaType: 'image/png',
  width: 100,
  height: 150,
  alt: 'A cover',
} as const;

/** As if so many pictures of that size, and so many chapters, had been read. */
function readingOf({ pictures = [] as readonly number[], chapters = 1, markdown = 'Words.' }): Reading {
  return {
    book: book(
      Array.from({ length: chapters }, (_, index) => chapter(`c-${index}`, [])),
      { images: pictures.map((bytes, index) => imageFile(`${index}.png`, blobOf(bytes))) },
    ),
    cover: undefined,
    pictures: { uses: [], read: { images: [], resolved: [], problems: [] } },
    places: new Map(),
    publication: {
      slug: 'large',
      form: 'folder',
      folder: '/nowhere',
      metadataFile: 'publication.yaml',
      coverPlace: { file: 'publication.yaml' },
      claimPlace: { file: 'publication.yaml' },
      podcastPlace: { file: 'publication.yaml' },
      artworkPlace: { file: 'publication.yaml' },
      metadata: metadata(),
      settings: { narration: { code: 'announce', notes: 'after-paragraph', readAloud: 'sentence' } },
      lexicon: [],
      texts: [{ path: '1.md', markdown }],
    },
  };
}

function blobOf(bytes: number) {
  return { sha256: '0'.repeat(64), bytes };
}

/** A script that is heard for so many hours, all of them silence. */
function hours(count: number): WordedScript {
  const parts = [{ language: 'en', text: '', at: [] }];
  const utterance = {
    id: 'u',
    role: 'text',
    text: 'x',
    language: 'en',
    pauseSeconds: count * 3600,
    parts,
  } as const;
  return { chapters: [{ id: 'c', title: 'C', utterances: [utterance] }] };
}

/** What the author is told, or nothing. */
function refusal(reading: Reading, script?: WordedScript, allow: readonly string[] = []) {
  try {
    refuseTooLarge(
      sizeOf(reading, cover, script),
      reading,
      new ProblemDesk('large', new Set(allow), () => undefined),
    );
  } catch (error) {
    if (!(error instanceof AuthorProblemsError)) throw error;
    const [problem] = error.problems;
    return { ...problem, mayBeAllowed: error.mayBeAllowed };
  }
  return undefined;
}

test('a book is as large as its pictures, its sound at 64 kbit/s and its text', () => {
  const size = sizeOf(readingOf({ pictures: [1000, 2000], markdown: 'x'.repeat(5000) }), cover, hours(10));
  expect(size).toMatchObject({ pictureBytes: 103_000, soundSeconds: 36_000, soundBytes: 288_000_000 });
  expect(size.textBytes).toBeGreaterThan(5000);
  expect(size.textBytes).toBeLessThan(8000);
});

test('the files are counted as they are packed', async () => {
  const blobs = memoryBlobs();
  const input = kitchenSink(blobs);
  const entries = await unzip(blobs.get((await makeEpub.run(input, contextOf(blobs))).file));
  const { files } = sizeOf({ ...readingOf({}), book: input.book }, cover);
  // Four more for what reads the cover and the contents aloud, which this book lacks.
  expect(files - entries.length).toBe(4);
});

test('what fits is not refused', () => {
  expect(refusal(readingOf({}))).toBeUndefined();
  expect(refusal(readingOf({ pictures: [3.9 * gigabyte] }))).toBeUndefined();
  expect(refusal(readingOf({ pictures: [gigabyte] }), hours(100))).toBeUndefined();
});

test('a recording of 150 hours is refused, and the author is told what would help', () => {
  expect(refusal(readingOf({}), hours(150))).toEqual({
    code: 'epub-too-large',
    severity: 'error',
    place: { file: 'publication.yaml' },
    message:
      'The EPUB would have about 4.0 GB: 4.0 GB of read-aloud (about 150 hours), and an EPUB holds less than 4 GB.',
    remedy:
      'Split the publication into volumes, each in a folder of its own; or make its EPUB without sound (narration: readAloud: none).',
    mayBeAllowed: true,
  });
  // It is an estimate: the last word has what packs the book.
  expect(refusal(readingOf({}), hours(150), ['epub-too-large'])).toBeUndefined();
});

test('pictures and sound are refused together, each with its remedy', () => {
  const told = refusal(readingOf({ pictures: [gigabyte, gigabyte] }), hours(80));
  expect(told?.message).toContain('2.1 GB of read-aloud (about 80 hours), 2.0 GB of pictures');
  expect(told?.remedy).toMatch(/volumes.*readAloud: none.*images: largest: 1600/);
});

test('pictures alone are counted, not estimated: no allowance makes them fit', () => {
  const reading = readingOf({ pictures: Array.from({ length: 65 }, () => 64 * 1024 * 1024) });
  expect(refusal(reading, undefined, ['epub-too-large'])).toMatchObject({
    mayBeAllowed: false,
    remedy: expect.not.stringContaining('readAloud') as string,
  });
});

test('more files than an archive can count are refused', () => {
  expect(refusal(readingOf({ chapters: 21_000 }), hours(1))).toBeUndefined();
  expect(refusal(readingOf({ chapters: 22_000 }), hours(1))).toMatchObject({
    code: 'epub-of-many-files',
    message: 'The EPUB would have 66012 files, and an EPUB holds at most 65535.',
    mayBeAllowed: false,
  });
});

test('a publication that would be heard for longer than fits is refused before anybody speaks', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-large-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(
    join(folder, 'publication.yaml'),
    'title: Long\nauthors: Somebody\nlanguage: en\nmodified: 2026-11-20\nlexicon: lexicon.yaml\n',
  );
  // Nine hundred words, each of ten thousand letters when it is spoken.
  await writeFile(join(folder, 'lexicon.yaml'), `ohm: ${'o'.repeat(10_000)}\n`);
  await writeFile(join(folder, '1.md'), `# Long\n\n${'Nothing but ohm. '.repeat(900)}\n`);
  const [found] = (await findPublications(folder)).found;
  if (!found) throw new Error('There is no publication.');
  const events: BuildEvent[] = [];
  const speech = createSpeechTools([createToneEngine()]);
  const { signal } = new AbortController();
  const build = buildPublication(found, {
    out: join(folder, 'out'),
    editions: new Set(['epub', 'm4b']),
    allow: new Set(),
    store: await openStore(join(folder, 'store')),
    jobs: 1,
    sound: { speech, ffmpeg: await findFfmpeg({ environment: process.env, signal }) },
    voice: toneVoice.id,
    signal,
    tell: (event) => events.push(event),
  }).finally(() => speech.dispose());
  await expect(build).rejects.toMatchObject({ problems: [{ code: 'epub-too-large' }] });
  const stages = events.flatMap((event) => (event.type === 'step' ? [event.step.stage] : []));
  expect(stages).toContain('word-chapter');
  expect(stages).not.toContain('pronounce-chapter');
  expect(stages).not.toContain('speak');
});
