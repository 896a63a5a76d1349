/** Sounds to measure, the same at every run, and ffmpeg's own meter beside ours. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { truePeak } from '../../../pipeline/audio/loudness/true-peak.ts';

const run = promisify(execFile);

/** Numbers from -1 to 1 that look random (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2_147_483_648 - 1;
  };
}

type Shape = { readonly seconds: number; readonly sampleRate: number };

export function sine({ seconds, sampleRate }: Shape, hertz: number, size: number, phase = 0): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, index) => size * Math.sin(phase + (2 * Math.PI * hertz * index) / sampleRate),
  );
}

export function noise({ seconds, sampleRate }: Shape, size: number, seed = 1): Float32Array {
  const random = randomFrom(seed);
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, () => size * random());
}

/**
 * Something like speech: syllables of a low voice with overtones and a little noise, in sentences with pauses between,
 * some of them loud.
 */
export function bursts({ seconds, sampleRate }: Shape, size: number, seed = 1): Float32Array {
  const random = randomFrom(seed);
  const sound = new Float32Array(Math.round(seconds * sampleRate));
  for (let begin = 0; begin < sound.length;) {
    const length = Math.round((0.12 + 0.05 * random()) * sampleRate);
    const loud = size * (0.55 + 0.45 * random());
    const hertz = 140 + 40 * random();
    for (let index = 0; index < length && begin + index < sound.length; index++) {
      const angle = (2 * Math.PI * hertz * index) / sampleRate;
      const voice = 0.5 * Math.sin(angle) + 0.3 * Math.sin(5 * angle) + 0.15 * Math.sin(11 * angle);
      sound[begin + index] = loud * Math.sin((Math.PI * index) / length) * (voice + 0.05 * random());
    }
    begin += length + Math.round((random() > 0.6 ? 0.5 : 0.02) * sampleRate);
  }
  return sound;
}

/** The samples from -1 to 1 as raw 32 bit numbers, in a file that goes with `use`. */
async function inFile<T>(sound: Float32Array, use: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-sound-'));
  try {
    const file = join(folder, 'sound.f32');
    await writeFile(file, new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export type Metered = { readonly lufs: number; readonly truePeakDb: number };

/** What ffmpeg's ebur128 says of mono sound. */
export async function ebur128(ffmpeg: string, sound: Float32Array, sampleRate: number): Promise<Metered> {
  return inFile(sound, async (file) => {
    const input = ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1', '-i', file];
    const filter = 'ebur128=peak=true:metadata=1,ametadata=print:key=lavfi.r128.I:file=-';
    const { stdout, stderr } = await run(
      ffmpeg,
      ['-nostdin', '-hide_banner', ...input, '-af', filter, '-f', 'null', '-'],
      { maxBuffer: 2 ** 26 },
    );
    const last = stdout.lastIndexOf('lavfi.r128.I=');
    const [, peak = 'nothing'] = /True peak:\s+Peak:\s+(\S+) dBFS/.exec(stderr) ?? [];
    return {
      lufs: last === -1 ? NaN : Number.parseFloat(stdout.slice(last + 'lavfi.r128.I='.length)),
      truePeakDb: peak === '-inf' ? -Infinity : Number(peak),
    };
  });
}

/** The part of a sound's power that is another sound, in dB: how much of the first is over the difference. */
export function signalToNoise(signal: Float32Array, other: Float32Array, from: number, to: number): number {
  let [power, error] = [0, 0];
  for (let index = from; index < to; index++) {
    const value = signal[index] ?? 0;
    power += value ** 2;
    error += (value - (other[index] ?? 0)) ** 2;
  }
  return 10 * Math.log10(power / error);
}

/** One sound after the other. */
export function concatenated(...sounds: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(sounds.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return whole;
}

export function decibels(factor: number): number {
  return 20 * Math.log10(factor);
}

export function largest(sound: Float32Array, from = 0, to = sound.length): number {
  let most = 0;
  for (let index = from; index < to; index++) most = Math.max(most, Math.abs(sound[index] ?? 0));
  return most;
}

/** Of a sound of any length, in one step. */
export function truePeakOf(samples: Float32Array): number {
  return truePeak(samples, samples.length, Float64Array.of(largest(samples) ** 2));
}

/** Signed 16 bit samples as they are heard, 1 being full scale. */
export function fromPcm(bytes: Uint8Array): Float32Array {
  return Float32Array.from(new Int16Array(Uint8Array.from(bytes).buffer), (sample) => sample / 32_768);
}
