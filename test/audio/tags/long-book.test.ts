import { execFile } from 'node:child_process';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { ChapterMark } from '../../../pipeline/audio/chapter-marks.ts';
import { writeFfmetadata } from '../../../pipeline/audio/ffmetadata.ts';
import { finishMp4 } from '../../../pipeline/audio/tags/finish-mp4.ts';
import { id3Tag } from '../../../pipeline/audio/tags/id3-tag.ts';
import { boxesOf, contentOf, type MemoryBox } from '../../../pipeline/audio/mp4/boxes.ts';
import { probe } from '../probe.ts';
import { bareMp3, fewTags, ffmpeg, finished, marksOf, packedMp4, temporaryFolder } from './files.ts';
import { hasMutagen, readMp3 } from './mutagen.ts';

const run = promisify(execFile);
const day = 24 * 3600 * 1000;

/** 400 chapters over a day, at times that are no whole seconds; the last begins after hour 23. */
const marks: readonly ChapterMark[] = marksOf(Array.from({ length: 400 }, (_, index) => `No ${index}`), 215_987).map(
  (mark, index) => (index === 399 ? { ...mark, endMilliseconds: day } : mark),
); // prettier-ignore

test('400 marks of a day are exact to the millisecond, and the description takes little memory', async () => {
  const folder = await temporaryFolder();
  const [short, chapters, packed] = ['short.m4a', 'day.txt', 'day.m4b'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  const quiet = ['-nostdin', '-v', 'error'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=300:sample_rate=8000:duration=60'];
  await run(ffmpeg.path, [...quiet, ...sound, '-c:a', 'aac', '-b:a', '8k', short]);
  await writeFile(chapters, writeFfmetadata(marks));
  await run(ffmpeg.path, [
    ...[...quiet, '-stream_loop', '-1', '-i', short, '-f', 'ffmetadata', '-i', chapters],
    ...['-map', '0:a', '-map_metadata', '1', '-map_chapters', '1', '-c', 'copy', '-t', String(day / 1000)],
    ...['-f', 'ipod', '-brand', 'M4B ', '-movflags', '+disable_chpl', packed],
  ]);
  const before = process.memoryUsage().rss;
  const file = await finished(folder, packed, { tags: fewTags, marks });
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);

  const read = await probe(file);
  expect(read.format.duration).toBeGreaterThan(day / 1000 - 1);
  expect(read.chapters.map(({ start_time }) => Math.round(start_time * 1e6))).toEqual(
    marks.map(({ beginMilliseconds }) => beginMilliseconds * 1000),
  );
  const decoded = async (path: string): Promise<Buffer> => {
    const late = ['-ss', '86000', '-i', path, '-t', '10', '-map', '0:a', '-f', 's16le', '-'];
    return (await run(ffmpeg.path, [...quiet, ...late], { encoding: 'buffer', maxBuffer: 2 ** 26 })).stdout;
  };
  expect((await decoded(file)).equals(await decoded(packed))).toBe(true);
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

/** Offsets of all tracks, in the order of the tables. */
function offsetsIn(
  boxes: readonly MemoryBox[],
): readonly { readonly kind: string; readonly offsets: readonly number[] }[] {
  return boxes.flatMap((one) => {
    const content = contentOf(one);
    if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(one.kind)) return offsetsIn(boxesOf(content));
    if (one.kind !== 'stco' && one.kind !== 'co64') return [];
    const width = one.kind === 'stco' ? 4 : 8;
    const offsets = Array.from({ length: content.readUInt32BE(4) }, (_, index) =>
      width === 4 ? content.readUInt32BE(8 + index * 4) : Number(content.readBigUInt64BE(8 + index * 8)),
    );
    return [{ kind: one.kind, offsets }];
  });
}

test('offsets that come to lie beyond 4 GB get 64 bits, and all point to the same bytes', async () => {
  const folder = await temporaryFolder();
  const marks = marksOf(['One', 'Two'], 500);
  const source = await readFile(await packedMp4(folder, marks));
  const boxes = boxesOf(source);
  const box = (kind: string): MemoryBox => boxes.find((one) => one.kind === kind) as MemoryBox;
  const start = boxes.slice(0, boxes.indexOf(box('mdat'))).reduce((sum, { bytes }) => sum + bytes.length, 0);

  // The sound moves so far behind a hole that it ends just before 4 GB: what stands in front afterwards moves it over.
  const sound = contentOf(box('mdat'));
  const moov = Buffer.from(box('moov').bytes);
  const soundAt = 2 ** 32 - sound.length - 200;
  moveBy(moov, soundAt - start - 8);
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1);
  head.write('mdat', 4);
  head.writeBigUInt64BE(BigInt(soundAt + sound.length - box('ftyp').bytes.length), 8);
  const large = join(folder, 'large.m4b');
  const file = await open(large, 'w');
  await file.write(Buffer.concat([box('ftyp').bytes, head]), 0);
  await file.write(sound, 0, sound.length, soundAt);
  await file.write(moov, 0, moov.length, soundAt + sound.length);
  await file.close();
  expect((await stat(large)).size).toBeGreaterThan(2 ** 32 - 201);

  const cover = { bytes: Buffer.alloc(50_000), mediaType: 'image/jpeg' };
  const front: Buffer[] = [];
  let bytes = 0;
  for await (const piece of finishMp4(large, { tags: fewTags, marks, cover })) {
    bytes += piece.length;
    if (bytes < 2 ** 20) front.push(Buffer.from(piece));
    else break;
  }
  const [ftyp, described] = boxesOf(Buffer.concat(front).subarray(0, frontBytes(Buffer.concat(front))));
  const moved = offsetsIn([described as MemoryBox]);
  const old = offsetsIn([...boxesOf(moov)]);
  expect(old.every(({ kind }) => kind === 'stco')).toBe(true);
  expect(moved.some(({ kind }) => kind === 'co64')).toBe(true);
  const by = (described as MemoryBox).bytes.length;
  expect((ftyp as MemoryBox).kind).toBe('ftyp');
  expect(moved.map(({ offsets }) => offsets)).toEqual(
    old.map(({ offsets }) => offsets.map((offset) => offset + by)),
  );
  expect(
    moved.every(({ kind, offsets }) => (kind === 'co64') === offsets.some((one) => one >= 2 ** 32)),
  ).toBe(true);
});

/** The bytes of `ftyp` and `moov`, the first two boxes. */
function frontBytes(file: Buffer): number {
  const first = file.readUInt32BE(0);
  return first + file.readUInt32BE(first);
}

/** Adds to all offsets of a `moov`, in its place. */
function moveBy(moov: Buffer, by: number): void {
  for (let at = moov.indexOf('stco'); at !== -1; at = moov.indexOf('stco', at + 4)) {
    const count = moov.readUInt32BE(at + 8);
    for (let index = 0; index < count; index++) {
      const place = at + 12 + index * 4;
      moov.writeUInt32BE(moov.readUInt32BE(place) + by, place);
    }
  }
}
