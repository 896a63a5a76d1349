import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { mp4Seconds } from '../../pipeline/check/audio/mp4-seconds.ts';
import type { RandomAccess } from '../../pipeline/check/audio/random-access.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { gridSeconds, sound } from './small-epub.ts';

function inMemory(bytes: Buffer): RandomAccess {
  return {
    bytes: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
  };
}

/** The sound written anew with these options of ffmpeg. */
async function again(input: Buffer, ...options: readonly string[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-mp4-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [from, to] = [join(folder, 'from.m4a'), join(folder, 'to.mp4')];
  await writeFile(from, input);
  const { path } = await findFfmpeg({ environment: process.env });
  await promisify(execFile)(path, ['-v', 'error', '-i', from, ...options, to]);
  return readFile(to);
}

describe('the length of sound in MP4', () => {
  test.each([1, 3, 5, 17, 292])(
    'of %i grids is told to 2 ms, without what the encoder added',
    async (grids) => {
      const seconds = grids * gridSeconds;
      const told = await mp4Seconds(inMemory(await sound(seconds)));
      expect(Math.abs((told ?? NaN) - seconds)).toBeLessThan(0.002);
    },
  );

  test('is told where the index stands behind the sound', async () => {
    const seconds = 10 * gridSeconds;
    const written = await again(await sound(seconds), '-c', 'copy', '-movflags', '0');
    expect(written.indexOf('moov')).toBeGreaterThan(written.indexOf('mdat'));
    expect(await mp4Seconds(inMemory(written))).toBeCloseTo(seconds, 2);
  });

  test('without an edit list is that of the media', async () => {
    const seconds = 10 * gridSeconds;
    const written = await again(await sound(seconds), '-c', 'copy', '-use_editlist', '0');
    expect(written.indexOf('elst')).toBe(-1);
    const told = (await mp4Seconds(inMemory(written))) ?? NaN;
    expect(told).toBeGreaterThan(seconds - 0.01);
    expect(told).toBeLessThan(seconds + 0.1);
  });

  test('is not guessed where the sound comes in fragments, or there is none', async () => {
    const fragments = await again(await sound(2), '-c', 'copy', '-movflags', 'frag_keyframe+empty_moov');
    expect(await mp4Seconds(inMemory(fragments))).toBeUndefined();
    expect(await mp4Seconds(inMemory(Buffer.from('RIFF no MP4 at all WAVE')))).toBeUndefined();
  });
});
