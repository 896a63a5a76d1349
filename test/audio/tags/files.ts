/** Short sound files as ffmpeg leaves them, and marks to put into them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { chapterMarks, type ChapterMark } from '../../../pipeline/audio/chapter-marks.ts';
import { frameStarts } from '../../../pipeline/audio/chunks/frames.ts';
import type { FrameRun } from '../../../pipeline/audio/chunks/joined.ts';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import type { BookTags } from '../../../pipeline/audio/tags/book-tags.ts';
import type { BlobAccess } from '../../../pipeline/engine/stage.ts';
import { m4b, type M4bInput } from '../../../pipeline/audio/mp4/m4b.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';

const run = promisify(execFile);
export const ffmpeg = await findFfmpeg({ environment: process.env });

export const fullTags: BookTags = {
  title: 'The Sea; a story',
  titleSort: 'Sea; a story',
  subtitle: 'And what lay under it',
  authors: ['Ann Ångström', 'Bob Doe'],
  authorsSort: 'Ångström, Ann; Doe, Bob',
  narrator: 'Heart (synthetic voice)',
  publisher: 'A press',
  date: '2026-05-04',
  description: `One line.\n${'Another line. '.repeat(40)}`.trim(),
  rights: '© 2026 Ann',
  language: 'de-AT',
  series: { name: 'Waters', position: '3' },
  isbn: '9783161484100',
  subjects: ['Fiction', 'Seas; oceans'],
};
export const fewTags: BookTags = { title: 'T', authors: [], language: 'en' };

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern tags-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Marks of one length that follow each other; a title is given as it is, or behind its level. */
export function marksOf(
  titles: readonly (string | readonly [level: number, title: string])[],
  milliseconds: number,
): readonly ChapterMark[] {
  return titles.map((one, index) => {
    const [level, title] = typeof one === 'string' ? ([1, one] as const) : one;
    const begin = index * milliseconds;
    return {
      id: `m${index}`,
      title,
      level,
      beginSample: begin * 8,
      beginMilliseconds: begin,
      endMilliseconds: begin + milliseconds,
    };
  });
}

/** A tone as AAC, to be put into an MP4 file; 8000 samples a second. */
export async function tone(seconds: number, blobs: BlobAccess): Promise<FrameRun> {
  const args = [
    ...['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=300:sample_rate=8000:duration=${seconds}`],
    ...['-c:a', 'aac', '-b:a', '16k', '-fflags', '+bitexact', '-f', 'adts', '-'],
  ]; // prettier-ignore
  const { stdout } = await run(ffmpeg.path, args, { encoding: 'buffer', maxBuffer: 2 ** 28 });
  const starts = frameStarts(stdout, 'aac');
  return {
    frames: await blobs.write([stdout]),
    lastFrameByte: starts.at(-2) ?? 0,
    frameCount: starts.length - 1,
  };
}

/** An M4B of a tone, as long as its marks. */
export async function writeM4b(folder: string, input: Omit<M4bInput, 'chunks' | 'rate'>): Promise<string> {
  const blobs = await temporaryBlobs();
  const seconds = (input.marks.at(-1)?.endMilliseconds ?? 1000) / 1000;
  const file = join(folder, 'book.m4b');
  await writeFile(
    file,
    m4b({ ...input, chunks: [await tone(seconds, blobs)], rate: 8000 }, contextOf(blobs, {})),
  );
  return file;
}

/** The frames of the sound as they are stored, and as they are decoded, by their digests. */
export async function soundOf(file: string): Promise<{ readonly stored: string; readonly decoded: string }> {
  const digest = async (...options: readonly string[]): Promise<string> => {
    const { stdout } = await run(
      ffmpeg.path,
      ['-nostdin', '-v', 'error', '-i', file, '-map', '0:a', ...options, '-'],
      { encoding: 'buffer', maxBuffer: 2 ** 28 },
    );
    return createHash('sha256').update(stdout).digest('hex');
  };
  return { stored: await digest('-c', 'copy', '-f', 'adts'), decoded: await digest('-f', 's16le') };
}

export async function picture(folder: string, format: 'png' | 'mjpeg'): Promise<Buffer> {
  const { stdout } = await run(
    ffmpeg.path,
    ['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', 'color=red:s=32x32', '-frames:v', '1', '-c:v', format, '-f', 'image2pipe', '-'],
    { encoding: 'buffer', cwd: folder },
  ); // prettier-ignore
  return stdout;
}

/** Frames of MP3 alone, in front of which a tag is put. */
export async function bareMp3(folder: string, seconds: number): Promise<string> {
  const file = join(folder, 'bare.mp3');
  await run(ffmpeg.path, [
    ...['-nostdin', '-v', 'error', '-f', 'lavfi', '-i', `sine=frequency=300:sample_rate=24000:duration=${seconds}`],
    ...['-c:a', 'libmp3lame', '-b:a', '32k', '-f', 'mp3', '-id3v2_version', '0', '-write_id3v1', '0', file],
  ]); // prettier-ignore
  return file;
}

/** Of chapters that are called so. */
export function awkwardMarks(): readonly ChapterMark[] {
  const chapters = awkwardTitles.map((title, index) => ({
    id: `c${index}`,
    title,
    sampleRate: 8000,
    samples: 4000,
    clips: [],
  }));
  return chapterMarks(chapters).marks;
}

export const awkwardTitles = [
  'Plain',
  'x'.repeat(1000),
  'שלום עולם — مرحبا',
  'Emoji 👩‍👩‍👧‍👦 🏳️‍🌈',
  ' \n\u0000',
  '"Quotes", = ; # and a backslash \\ within',
];
