import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { encodeTogether, type ChunkSound } from '../../../pipeline/audio/chunks/encode-together.ts';
import { toPcm } from '../../../pipeline/audio/chunks/pieces.ts';
import { sharedController } from '../../../pipeline/engine/abort.ts';
import { findFfmpeg, type Ffmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { loudnessOf } from '../../../pipeline/audio/loudness/levels.ts';
import { bursts } from '../loudness/sounds.ts';

const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: { PATH: '' } });

/** Eight frames of MP3, or more, of a sound of its own. */
function chunk(codec: ChunkSound['codec'], seed: number, grids = 4): ChunkSound {
  const sampleRate = 24_000;
  const sound = bursts({ seconds: (grids * 4608) / sampleRate, sampleRate }, 0.5, seed);
  const pcm = toPcm(sound);
  return { pcm: () => Promise.resolve(pcm), sampleRate, rate: 48_000, codec, kilobits: 64 };
}

const never = (): AbortSignal => sharedController().signal;

/** A folder for temporary files of the test's own, and what lies in it. */
async function ownTemporaryFolder(): Promise<() => Promise<readonly string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-together-'));
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true, force: true });
  });
  return () => readdir(folder);
}

/** A program of its own to the desk at which chunks wait. */
function alone(ffmpeg: Ffmpeg): Ffmpeg {
  return { ...ffmpeg };
}

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('with %s ffmpeg', (_which, ffmpeg) => {
  test('a chunk has the same bytes and levels alone and among others', async () => {
    const left = await ownTemporaryFolder();
    const sounds = Array.from({ length: 15 }, (_, index) =>
      chunk(index % 2 === 0 ? 'mp3' : 'aac', index, 3 + index),
    );
    const signal = never();
    const program = alone(ffmpeg);
    const together = await Promise.all(sounds.map((sound) => encodeTogether(program, sound, signal)));
    for (const index of [0, 7, 14]) {
      const sound = sounds[index];
      if (sound === undefined) throw new Error('There is no such sound.');
      const single = await encodeTogether(program, sound, signal);
      expect(Buffer.compare(single.bytes, together[index]?.bytes ?? Buffer.alloc(0))).toBe(0);
      expect(single.levels).toEqual(together[index]?.levels);
      expect(loudnessOf([single.levels])).toBeGreaterThan(-40);
    }
    expect(new Set(together.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).size).toBe(15);
    expect(await left()).toEqual([]);
  });
});

test('an ffmpeg that fails fails all that wait, and leaves nothing', async () => {
  const left = await ownTemporaryFolder();
  // Node itself knows none of ffmpeg's options.
  const program = { ...system, path: process.execPath };
  const waiting = Array.from({ length: 30 }, (_, index) =>
    encodeTogether(program, chunk('mp3', index), never()),
  );
  for (const { status, ...rest } of await Promise.allSettled(waiting))
    expect([status, String('reason' in rest && rest.reason)]).toEqual([
      'rejected',
      expect.stringContaining('ffmpeg failed while encoding what was spoken'),
    ]);
  expect(await left()).toEqual([]);
});

test('an abort ends all that wait with its reason, and leaves nothing; what comes later is encoded', async () => {
  const left = await ownTemporaryFolder();
  const program = alone(system);
  const controller = sharedController();
  const waiting = Array.from({ length: 40 }, (_, index) =>
    encodeTogether(program, chunk('aac', index, 40), controller.signal),
  );
  const settled = Promise.allSettled(waiting);
  setTimeout(() => controller.abort(new Error('enough')), 100);
  const reasons = (await settled).flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(reasons.length).toBeGreaterThan(20);
  expect(new Set(reasons)).toEqual(new Set(['Error: enough']));
  expect(await left()).toEqual([]);
  expect((await encodeTogether(program, chunk('aac', 1), never())).bytes.length).toBeGreaterThan(100);
  expect(await left()).toEqual([]);
});

test('a build that is stopped stops no other that waits with it', async () => {
  const program = alone(system);
  const stopped = sharedController();
  const other = never();
  const waiting = Array.from({ length: 24 }, (_, index) =>
    encodeTogether(program, chunk('mp3', index), index % 3 === 2 ? other : stopped.signal),
  );
  stopped.abort(new Error('stopped'));
  const settled = await Promise.allSettled(waiting);
  expect(settled.map(({ status }) => status)).toEqual(
    Array.from({ length: 24 }, (_, index) => (index % 3 === 2 ? 'fulfilled' : 'rejected')),
  );
});
