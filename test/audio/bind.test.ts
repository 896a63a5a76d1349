import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import NodeId3 from 'node-id3';
import { describe, expect, test } from 'vitest';
import type { AudioCover } from '../../pipeline/audio/audiobook.ts';
import { bindM4b } from '../../pipeline/audio/bind-m4b.ts';
import { bindMp3 } from '../../pipeline/audio/bind-mp3.ts';
import { coverForAudio } from '../../pipeline/audio/cover-for-audio.ts';
import { findFfmpeg, type Ffmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { bookOf, encoded, type ToneBook } from './books.ts';
import { drawing } from './drawings.ts';
import { probe } from './probe.ts';
import { contextOf, temporaryBlobs, type TemporaryBlobs } from './temporary-blobs.ts';
import { onsets } from './tones.ts';

const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: { PATH: '' } });
const binders = { m4b: bindM4b, mp3: bindMp3 };
type Format = keyof typeof binders;

async function encode(
  format: Format,
  book: ToneBook,
  ffmpeg: Ffmpeg,
  blobs: TemporaryBlobs,
  cover?: AudioCover,
) {
  const input = await encoded(format, book, ffmpeg, blobs);
  const made = await binders[format].run({ ...input, ...(cover && { cover }) }, contextOf(blobs, { ffmpeg }));
  const file = join(blobs.folder, `book.${format}`);
  await copyFile(await blobs.path(made.file), file);
  return { ...made, path: file };
}

const titles = [
  'Plain',
  '"Quotes", \'apostrophes\' = ; # and a backslash \\ within',
  'Ends in a backslash \\',
  '-y -f null',
  'Emoji 👩‍👩‍👧‍👦 🏳️‍🌈',
  'שלום עולם — مرحبا',
  `Long: ${'ä'.repeat(200)}`,
  'Line\nbreak\u0000 and <b>markup</b> & %d',
];
const shown = [...titles.slice(0, 6), `Long: ${'ä'.repeat(123)}…`, 'Line break and <b>markup</b> & %d'];

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('with %s ffmpeg', (_which, ffmpeg) => {
  describe.each(['m4b', 'mp3'] as const)('%s', (format) => {
    test('each mark lies within 50 ms of what it marks, whatever the decoder knows, for ten minutes', async () => {
      const blobs = await temporaryBlobs();
      const chapters = Array.from({ length: 12 }, (_, index) => {
        return {
          title: `Chapter ${index + 1}`,
          toneSeconds: 3 + index * 0.137,
          pauseSeconds: 40 + index * 1.0333,
        };
      });
      const input = await bookOf(chapters, blobs, 22_050);
      const { path, seconds } = await encode(format, input, ffmpeg, blobs);
      const { chapters: marks, format: container } = await probe(path);
      expect(marks).toHaveLength(12);
      expect(seconds).toBeGreaterThan(560);
      expect(Math.abs(container.duration - seconds)).toBeLessThan(0.1);
      for (const decoder of ['exact', 'ignorant'] as const) {
        const heard = await onsets(system.path, path, decoder);
        expect(heard).toHaveLength(12);
        const off = marks.map(({ start_time }, index) => Math.abs((heard[index] ?? NaN) - start_time));
        expect(Math.max(...off)).toBeLessThan(decoder === 'exact' ? 0.005 : 0.05);
      }
    });

    test('titles are read back as they were given, or as they had to be cut', async () => {
      const blobs = await temporaryBlobs();
      const input = await bookOf(
        titles.map((title) => ({ title, toneSeconds: 0.2, pauseSeconds: 0.3 })),
        blobs,
      );
      const { path } = await encode(format, input, ffmpeg, blobs);
      const read = (await probe(path)).chapters.map(({ tags }) => tags['title']?.trimEnd());
      expect(read).toEqual(shown);
    });

    test('300 chapters are all there', async () => {
      const blobs = await temporaryBlobs();
      const chapters = Array.from({ length: 300 }, (_, index) => ({
        title: `No ${index}`,
        toneSeconds: 0.05,
        pauseSeconds: 0.05,
      }));
      const { path } = await encode(format, await bookOf(chapters, blobs), ffmpeg, blobs);
      const { chapters: marks } = await probe(path);
      expect(marks.map(({ tags }) => tags['title'])).toEqual(chapters.map(({ title }) => title));
      expect(marks.at(-1)?.start_time).toBeCloseTo(299 * 0.192, 3);
    });

    test('tags, language and cover are there', async () => {
      const blobs = await temporaryBlobs();
      const image = await drawing('png', 40, 60, blobs, system);
      const cover = await coverForAudio.run(image, contextOf(blobs, { ffmpeg }));
      const book = await bookOf([{ title: 'One', toneSeconds: 0.5, pauseSeconds: 0 }], blobs);
      const { path } = await encode(format, book, ffmpeg, blobs, cover);
      const { format: container, streams } = await probe(path);
      expect(container.tags).toMatchObject({
        title: book.tags.title,
        album: book.tags.title,
        artist: 'Ann Ångström, Bob',
        album_artist: 'Ann Ångström, Bob',
        composer: 'A synthetic voice',
        date: '2026-05-04',
        genre: 'Audiobook',
        comment: 'One line.\nAnother line.',
        copyright: '© 2026 Ann',
      });
      const sound = streams.find(({ codec_name }) => codec_name === (format === 'm4b' ? 'aac' : 'mp3'));
      expect(sound).toMatchObject({ sample_rate: '48000', channels: 1 });
      expect({ ...container.tags, ...sound?.tags }).toMatchObject({ language: 'deu' });
      const picture = streams.find(({ disposition }) => disposition.attached_pic === 1);
      expect(picture).toMatchObject({ codec_name: 'mjpeg', width: 1600, height: 1600 });
      const brand = { m4b: { major_brand: 'M4B ', media_type: '2' }, mp3: { publisher: 'A press' } };
      expect(container.tags).toMatchObject(brand[format]);
    });

    test('equal input gives equal bytes, which tell no version of a program', async () => {
      const blobs = await temporaryBlobs();
      const input = await bookOf([{ title: 'One', toneSeconds: 2, pauseSeconds: 1 }], blobs);
      const first = await encode(format, input, ffmpeg, blobs);
      const second = await encode(format, input, ffmpeg, blobs);
      expect(second.file).toEqual(first.file);
      expect((await readFile(first.path)).toString('latin1')).not.toMatch(/Lav[cf]\d/);
    });
  });
});

describe.each(['m4b', 'mp3'] as const)('%s', (format) => {
  test('a book without sound is an error', async () => {
    const blobs = await temporaryBlobs();
    await expect(encode(format, await bookOf([], blobs), system, blobs)).rejects.toThrow(
      'There is nothing to encode: no chapter has any sound.',
    );
  });

  test('a book that is longer than marks can count is an error', async () => {
    const blobs = await temporaryBlobs();
    const book = await bookOf([], blobs);
    const long = { ...book, samples: 50 * 86_400 * 8000, sampleRate: 8000 };
    await expect(encode(format, long, system, blobs)).rejects.toThrow(
      'The audio lasts 1200 hours; chapter marks count to 1193: publish it in several volumes.',
    );
  });

  test('an abort leaves no file behind', async () => {
    const blobs = await temporaryBlobs();
    const book = await bookOf([{ title: 'One', toneSeconds: 60, pauseSeconds: 0 }], blobs);
    const input = await encoded(format, book, system, blobs);
    const controller = new AbortController();
    const context = {
      ...contextOf(blobs, { ffmpeg: system }, controller.signal),
      progress: () => controller.abort(),
    };
    await expect(binders[format].run(input, context)).rejects.toThrow('aborted');
    expect(await blobs.strays()).toEqual([]);
  });

  test('progress ends at the whole', async () => {
    const blobs = await temporaryBlobs();
    const book = await bookOf([{ title: 'One', toneSeconds: 3, pauseSeconds: 1 }], blobs);
    const input = await encoded(format, book, system, blobs);
    const told: [number, number][] = [];
    const progress = (done: number, total: number): void => void told.push([done, total]);
    await binders[format].run(input, { ...contextOf(blobs, { ffmpeg: system }), progress });
    expect(told.at(-1)).toEqual([1, 1]);
  });
});

test('the table of contents of an MP3 is one table, above 255 entries a table of tables', async () => {
  const blobs = await temporaryBlobs();
  const chapters = Array.from({ length: 300 }, (_, index) => ({
    title: `No ${index}`,
    toneSeconds: 0.05,
    pauseSeconds: 0,
  }));
  const few = await encode('mp3', await bookOf(chapters.slice(0, 3), blobs), bundled, blobs);
  expect(NodeId3.read(few.path).tableOfContents).toEqual([
    { elementID: 'toc', isOrdered: true, elements: ['ch0', 'ch1', 'ch2'], tags: { raw: {} } },
  ]);
  const many = NodeId3.read(
    (await encode('mp3', await bookOf(chapters, blobs), bundled, blobs)).path,
  ).tableOfContents;
  expect(many?.map(({ elementID, elements }) => [elementID, elements?.length])).toEqual([
    ['toc', 2],
    ['toc1', 255],
    ['toc2', 45],
  ]);
});
