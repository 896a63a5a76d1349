import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { ChapterMark } from '../../../pipeline/audio/chapter-marks.ts';
import { box } from '../../../pipeline/audio/mp4/boxes.ts';
import { inFile } from '../../../pipeline/audio/mp4/in-file.ts';
import { m4b } from '../../../pipeline/audio/mp4/m4b.ts';
import { chunkOffsets } from '../../../pipeline/audio/mp4/movie.ts';
import { id3Tag } from '../../../pipeline/audio/tags/id3-tag.ts';
import { probe } from '../probe.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';
import { bareMp3, fewTags, ffmpeg, marksOf, temporaryFolder, tone } from './files.ts';
import { hasMutagen, readMp3 } from './mutagen.ts';

const run = promisify(execFile);
const day = 24 * 3600 * 1000;

/** 400 chapters over a day, at times that are no whole seconds; the last begins after hour 23. */
const marks: readonly ChapterMark[] = marksOf(Array.from({ length: 400 }, (_, index) => `No ${index}`), 215_987).map(
  (mark, index) => (index === 399 ? { ...mark, endMilliseconds: day } : mark),
); // prettier-ignore

test('400 marks of a day are exact to the millisecond, and its description takes little memory', async () => {
  const folder = await temporaryFolder();
  const blobs = await temporaryBlobs();
  const minute = await tone(60, blobs);
  const chunks = Array.from({ length: 24 * 60 }, () => minute);
  const file = join(folder, 'day.m4b');
  const before = process.memoryUsage().rss;
  await writeFile(file, m4b({ chunks, rate: 8000, tags: fewTags, marks }, contextOf(blobs, {})));
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);

  const read = await probe(file);
  expect(read.format.duration).toBeGreaterThan(day / 1000 - 1);
  expect(read.chapters.map(({ start_time }) => Math.round(start_time * 1e6))).toEqual(
    marks.map(({ beginMilliseconds }) => beginMilliseconds * 1000),
  );
  const heardFrom = async (seconds: number): Promise<Buffer> => {
    const late = ['-ss', String(seconds), '-i', file, '-t', '10', '-map', '0:a', '-f', 's16le', '-'];
    const args = ['-nostdin', '-v', 'error', ...late];
    return (await run(ffmpeg.path, args, { encoding: 'buffer', maxBuffer: 2 ** 26 })).stdout;
  };
  // Each minute is the same: who seeks to hour 23 hears what the second one has.
  const minuteSeconds = ((minute.frameCount - 1) * 1024) / 8000;
  const minutes = Math.floor(86_000 / minuteSeconds);
  expect(await heardFrom(minutes * minuteSeconds + 5)).toEqual(await heardFrom(minuteSeconds + 5));
});

test('the marks of an MP3 of a day are exact to the millisecond', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'day.mp3');
  await writeFile(file, [id3Tag(fewTags, marks, day / 1000), await readFile(await bareMp3(folder, 1))]);
  const starts = (await probe(file)).chapters.map(({ start_time }) => Math.round(start_time * 1e6));
  expect(starts).toEqual(marks.map(({ beginMilliseconds }) => beginMilliseconds * 1000));
  if (!hasMutagen) return;
  const { frames } = await readMp3(file);
  const times = Array.from({ length: 400 }, (_, index) => frames[`CHAP:ch${index}`]?.start_time);
  expect(times).toEqual(marks.map(({ beginMilliseconds }) => beginMilliseconds));
});

test('places beyond 4 GB have 64 bits, and the media a head that can tell their length', () => {
  const asked: (readonly [number, boolean])[] = [];
  const head = (mediaBytes: number): Buffer => {
    asked.length = 0;
    return Buffer.concat(
      inFile('M4B ', mediaBytes, (firstByte, isWide) => {
        asked.push([firstByte, isWide]);
        return box('moov', ...chunkOffsets([firstByte, firstByte + mediaBytes - 1], isWide));
      }),
    );
  };
  const largest = 2 ** 32 - 1;
  const short = head(1000).length;
  for (const [mediaBytes, isWide] of [
    [largest - short, false],
    [largest - short + 1, true],
  ] as const) {
    const bytes = head(mediaBytes);
    expect(asked.at(-1)).toEqual([bytes.length, isWide]);
    expect(bytes.includes(isWide ? 'co64' : 'stco')).toBe(true);
    const at = bytes.indexOf('mdat');
    const told = isWide ? Number(bytes.readBigUInt64BE(at + 4)) : bytes.readUInt32BE(at - 4);
    expect(told).toBe(mediaBytes + (isWide ? 16 : 8));
  }
});
