/**
 * Encodes chunks several at a time. A process of ffmpeg costs as much to start as half a minute of sound costs to encode; but
 * each chunk keeps an encoder of its own, so that its bytes do not depend on which others are encoded beside it.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodedOptions, decodedReader } from '../decoded.ts';
import { createLimit } from '../../engine/limit.ts';
import type { Ffmpeg } from '../find-ffmpeg.ts';
import type { Levels } from '../loudness/levels.ts';
import { measureLevels } from '../loudness/measure-levels.ts';
import { BYTES_PER_SAMPLE } from '../pcm.ts';
import { runFfmpeg } from '../run-ffmpeg.ts';
import { frameSamples, frameStarts, type FrameCodec } from './frames.ts';
import { gridOf } from './grid.ts';

export type ChunkSound = {
  /** Gives it, mono, signed 16 bit, when it is written down: of what waits nothing is held. */
  readonly pcm: () => Promise<Uint8Array>;
  readonly sampleRate: number;
  /** What it is encoded at. */
  readonly rate: number;
  readonly codec: FrameCodec;
  readonly kilobits: number;
  /** A folder for temporary files: what lies in the store's own is cleared up after a build that was killed. */
  readonly scratch?: string;
};

export type EncodedSound = {
  /** Frames: MPEG-1 layer III without a header of the file, or ADTS. */
  readonly bytes: Uint8Array;
  /** Of the encoded sound, decoded. */
  readonly levels: Levels;
};

type Job = Omit<ChunkSound, 'pcm' | 'scratch'> & {
  /** Holds the sound: what waits is on the disk and not in memory. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly done: (encoded: EncodedSound) => void;
  readonly failed: (error: unknown) => void;
};

/** More chunks in one process save no more time, and their decoded sound takes 12 MB a minute on the disk. */
const MOST_TOGETHER = 12;

/** Fewer are not worth a process of their own beside another. */
const FEWEST_TOGETHER = 4;
/** So long others may join the first: what becomes ready at once is then encoded in one process, and not in as many as it is. */
const GATHER_MILLISECONDS = 40;

/** Sounds that are made ready at the same time, and in memory. */
const fewAtOnce = createLimit(2);

type Desk = { waiting: readonly Job[]; running: number; gathering: boolean };
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
  signal.throwIfAborted();
  const { sampleRate, rate, codec, kilobits, scratch = tmpdir() } = sound;
  const folder = await mkdtemp(join(scratch, 'lectern-chunk-'));
  try {
    await fewAtOnce(() => writeAfterSilence(join(folder, 'pcm'), sound), signal);
    return await wait(ffmpeg, { folder, sampleRate, rate, codec, kilobits, signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function wait(ffmpeg: Ffmpeg, job: Omit<Job, 'done' | 'failed'>): Promise<EncodedSound> {
  const desk = desks.get(ffmpeg) ?? { waiting: [], running: 0, gathering: false };
  desks.set(ffmpeg, desk);
  return new Promise((done, failed) => {
    desk.waiting = [...desk.waiting, { ...job, done, failed }];
    if (desk.gathering) return;
    desk.gathering = true;
    setTimeout(() => {
      desk.gathering = false;
      serve(desk, ffmpeg);
    }, GATHER_MILLISECONDS);
  });
}

function serve(desk: Desk, ffmpeg: Ffmpeg): void {
  const [next] = desk.waiting;
  const cores = availableParallelism();
  if (desk.running >= cores || next === undefined) return;
  const { signal } = next;
  // Those that run now want something too when they have ended, and all should end together.
  const share = Math.ceil(desk.waiting.length / cores);
  const together = Math.min(MOST_TOGETHER, Math.max(FEWEST_TOGETHER, share));
  // Of one build: when another is stopped, this one must not be.
  const jobs = desk.waiting.filter((job) => job.signal === signal).slice(0, together);
  desk.waiting = desk.waiting.filter((job) => !jobs.includes(job));
  desk.running++;
  // The next process runs while this one's sound is measured.
  const encoded = encodeBatch(ffmpeg, jobs, signal).finally(() => {
    desk.running--;
    serve(desk, ffmpeg);
  });
  encoded
    .then(() => measureBatch(jobs, signal))
    .catch((error: unknown) => {
      for (const { failed } of jobs) failed(error);
    });
  serve(desk, ffmpeg);
}

async function encodeBatch(ffmpeg: Ffmpeg, jobs: readonly Job[], signal: AbortSignal): Promise<void> {
  await runFfmpeg(
    ffmpeg,
    {
      purpose: 'encoding what was spoken',
      inputs: jobs.map(({ folder, sampleRate }) => ({
        options: ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'],
        source: join(folder, 'pcm'),
      })),
      outputs: jobs.map((job, index) => ({
        options: ['-map', `${index}:a`, ...encoderOptions(job)],
        output: join(job.folder, job.codec),
      })),
    },
    signal,
  );
  await runFfmpeg(
    ffmpeg,
    {
      purpose: 'measuring what was encoded',
      inputs: jobs.map(({ folder, codec }) => ({ options: ['-f', codec], source: join(folder, codec) })),
      outputs: jobs.map(({ folder, rate }, index) => ({
        options: ['-map', `${index}:a`, ...decodedOptions(rate)],
        output: join(folder, 'decoded'),
      })),
    },
    signal,
  );
}

async function measureBatch(jobs: readonly Job[], signal: AbortSignal): Promise<void> {
  const readDecoded = decodedReader();
  for (const job of jobs) {
    signal.throwIfAborted();
    const { folder, codec, done } = job;
    const bytes = await readFile(join(folder, codec));
    done(withoutSilence(job, bytes, await readDecoded(join(folder, 'decoded'))));
  }
}

/**
 * Encoders need to have heard something before they do well: of a sound that begins at once, their first frames are smeared
 * over the silence before it (by 10 dB and more with AAC). What comes before a chunk is silence, so they get some of it.
 */
async function writeAfterSilence(file: string, { pcm, sampleRate }: ChunkSound): Promise<void> {
  await writeFile(file, [new Uint8Array(gridOf(sampleRate) * BYTES_PER_SAMPLE), await pcm()]);
}

/** The frames of the silence taken away again: the grid is a whole number of them. */
function withoutSilence(
  { sampleRate, rate, codec }: Job,
  bytes: Uint8Array,
  decoded: Float32Array,
): EncodedSound {
  const samples = (gridOf(sampleRate) * rate) / sampleRate;
  const begin = frameStarts(bytes, codec)[samples / frameSamples[codec]] ?? bytes.length;
  return { bytes: bytes.subarray(begin), levels: measureLevels(decoded.subarray(samples), rate) };
}

/**
 * Each frame stands for itself: an MP3 without a bit reservoir can be joined to any other. AAC's coder is named, because
 * ffmpegs differ in their default, and `fast`, because it is the better one here: on 72 s of speech it took half the time of
 * `twoloop` and came nearer to the original (39 dB over the noise instead of 27).
 */
function encoderOptions({ codec, kilobits, rate }: Job): readonly string[] {
  const shared = ['-b:a', `${kilobits}k`, '-ar', String(rate), '-ac', '1', '-fflags', '+bitexact', '-flags:a', '+bitexact']; // prettier-ignore
  return codec === 'mp3'
    ? ['-c:a', 'libmp3lame', '-reservoir', '0', ...shared, '-f', 'mp3', '-write_xing', '0', '-id3v2_version', '0', '-write_id3v1', '0'] // prettier-ignore
    : ['-c:a', 'aac', '-aac_coder', 'fast', ...shared, '-f', 'adts'];
}
