/**
 * Encodes chunks several at a time. A process of ffmpeg costs as much to start as half a minute of sound costs to encode; but
 * each chunk keeps an encoder of its own, so that its bytes do not depend on which others are encoded beside it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ffmpeg } from '../find-ffmpeg.ts';
import type { Levels } from '../loudness/levels.ts';
import { measureLevels } from '../loudness/measure-levels.ts';
import { runFfmpeg } from '../run-ffmpeg.ts';
import type { FrameCodec } from './frames.ts';
import { fromPcm } from './pieces.ts';

export type ChunkSound = {
  /** Mono, signed 16 bit. */
  readonly pcm: Uint8Array;
  readonly sampleRate: number;
  /** What it is encoded at. */
  readonly rate: number;
  readonly codec: FrameCodec;
  readonly kilobits: number;
};

export type EncodedSound = {
  /** Frames: MPEG-1 layer III without a header of the file, or ADTS. */
  readonly bytes: Uint8Array;
  /** Of the encoded sound, decoded. */
  readonly levels: Levels;
};

type Job = {
  readonly sound: ChunkSound;
  readonly signal: AbortSignal;
  readonly done: (encoded: EncodedSound) => void;
  readonly failed: (error: unknown) => void;
};

/** More chunks in one process save no more time, and their decoded sound takes 6 MB a minute on the disk. */
const MOST_TOGETHER = 12;

type Desk = { waiting: readonly Job[]; running: number };
const desks = new WeakMap<Ffmpeg, Desk>();

/**
 * Waits while as many processes run as there are cores; what has gathered in the meantime is encoded in one.
 *
 * @throws the signal's reason after an abort, and an Error when ffmpeg fails.
 */
export async function encodeTogether(
  ffmpeg: Ffmpeg,
  sound: ChunkSound,
  signal: AbortSignal,
): Promise<EncodedSound> {
  const desk = desks.get(ffmpeg) ?? { waiting: [], running: 0 };
  desks.set(ffmpeg, desk);
  return new Promise((done, failed) => {
    desk.waiting = [...desk.waiting, { sound, signal, done, failed }];
    serve(desk, ffmpeg);
  });
}

function serve(desk: Desk, ffmpeg: Ffmpeg): void {
  const [next] = desk.waiting;
  if (desk.running >= availableParallelism() || next === undefined) return;
  const { signal } = next;
  // Of one build: when another is stopped, this one must not be.
  const jobs = desk.waiting.filter((job) => job.signal === signal).slice(0, MOST_TOGETHER);
  desk.waiting = desk.waiting.filter((job) => !jobs.includes(job));
  desk.running++;
  void encodeBatch(ffmpeg, jobs, signal)
    .then((encoded) => {
      for (const [index, { done }] of jobs.entries()) done(encoded[index] as EncodedSound);
    })
    .catch((error: unknown) => {
      for (const { failed } of jobs) failed(error);
    })
    .finally(() => {
      desk.running--;
      serve(desk, ffmpeg);
    });
}

/** In the order of the jobs; when it settles its files are gone. */
async function encodeBatch(
  ffmpeg: Ffmpeg,
  jobs: readonly Job[],
  signal: AbortSignal,
): Promise<readonly EncodedSound[]> {
  signal.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'lectern-chunks-'));
  const path = (index: number, ending: string): string => join(folder, `${index}.${ending}`);
  try {
    await Promise.all(jobs.map(({ sound }, index) => writeFile(path(index, 'pcm'), sound.pcm)));
    await runFfmpeg(
      ffmpeg,
      {
        purpose: 'encoding what was spoken',
        inputs: jobs.map(({ sound }, index) => ({
          options: ['-f', 's16le', '-ar', String(sound.sampleRate), '-ac', '1'],
          source: path(index, 'pcm'),
        })),
        outputs: jobs.map(({ sound }, index) => ({
          options: ['-map', `${index}:a`, ...encoderOptions(sound)],
          output: path(index, sound.codec),
        })),
      },
      signal,
    );
    await runFfmpeg(
      ffmpeg,
      {
        purpose: 'measuring what was encoded',
        inputs: jobs.map(({ sound }, index) => ({
          options: ['-f', sound.codec],
          source: path(index, sound.codec),
        })),
        outputs: jobs.map(({ sound }, index) => ({
          options: ['-map', `${index}:a`, '-f', 's16le', '-ar', String(sound.rate), '-ac', '1'],
          output: path(index, 'decoded'),
        })),
      },
      signal,
    );
    const encoded: EncodedSound[] = [];
    for (const [index, { sound }] of jobs.entries()) {
      signal.throwIfAborted();
      const bytes = await readFile(path(index, sound.codec));
      const levels = measureLevels(fromPcm(await readFile(path(index, 'decoded'))), sound.rate);
      encoded.push({ bytes, levels });
    }
    return encoded;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Each frame stands for itself: an MP3 without a bit reservoir can be joined to any other. AAC's coder is named, because
 * ffmpegs differ in their default, and `fast`, because it is the better one here: on 72 s of speech it took half the time of
 * `twoloop` and came nearer to the original (39 dB over the noise instead of 27).
 */
function encoderOptions({ codec, kilobits, rate }: ChunkSound): readonly string[] {
  const shared = ['-b:a', `${kilobits}k`, '-ar', String(rate), '-ac', '1', '-fflags', '+bitexact', '-flags:a', '+bitexact']; // prettier-ignore
  return codec === 'mp3'
    ? ['-c:a', 'libmp3lame', '-reservoir', '0', ...shared, '-f', 'mp3', '-write_xing', '0', '-id3v2_version', '0', '-write_id3v1', '0'] // prettier-ignore
    : ['-c:a', 'aac', '-aac_coder', 'fast', ...shared, '-f', 'adts'];
}
