/** That no joint can be heard: chunks that were encoded apart beside the same sound encoded in one piece. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { createFliteEngine } from '../../../pipeline/speech/flite/engine.ts';
import { fromPcm, bursts, decibels, largest, noise, signalToNoise, sine } from '../loudness/sounds.ts';
import { temporaryBlobs } from '../temporary-blobs.ts';
import { compared, type SpokenClip } from './chapters.ts';

const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: { PATH: '' } });

const engine = createFliteEngine({ jobs: 1 });
afterAll(() => engine.dispose());

let spoken: readonly SpokenClip[] = [];
beforeAll(async () => {
  const sentences = ['Peter picked it.', 'Chess at six?', 'A calm hall.', 'Stop!'];
  const pauses = [0.25, 0, 0.7, 0.1];
  spoken = await Promise.all(
    sentences.map(async (text, index) => {
      const request = { text, language: 'en', voice: 'flite/rms' };
      const { pcm } = await engine.synthesize(request, new AbortController().signal);
      return { sound: fromPcm(pcm), pauseSeconds: pauses[index] ?? 0 };
    }),
  );
});

/** Sounds that begin and end at once and loudly, with as little silence between them as there can be, and more. */
function hard(sampleRate: number): readonly SpokenClip[] {
  const shape = { seconds: 0.7, sampleRate };
  return [
    { sound: sine(shape, 440, 0.4, 1), pauseSeconds: 0 },
    { sound: noise(shape, 0.3), pauseSeconds: 0.4 },
    { sound: bursts(shape, 0.6), pauseSeconds: 0 },
    { sound: noise(shape, 0.3, 2), pauseSeconds: 0 },
    { sound: sine(shape, 3000, 0.3, 1), pauseSeconds: 0.3 },
    { sound: bursts(shape, 0.6, 2), pauseSeconds: 0 },
  ];
}

const sounds = {
  'speech at 16 000': { sampleRate: 16_000, clips: () => spoken },
  'hard sounds at 24 000': { sampleRate: 24_000, clips: () => hard(24_000) },
  'hard sounds at 22 050': { sampleRate: 22_050, clips: () => hard(22_050) },
} as const;

/** Encoders that share their bits out by what came before do a little better here and worse there: not where it matters. */
const WELL_DB = 28;
/** Noise that nothing plays. */
const UNHEARD_DB = -85;

test.each([
  ["the system's", 'mp3', 'speech at 16 000', system],
  ["the system's", 'aac', 'speech at 16 000', system],
  ["the system's", 'mp3', 'hard sounds at 24 000', system],
  ["the system's", 'aac', 'hard sounds at 24 000', system],
  ["the system's", 'mp3', 'hard sounds at 22 050', system],
  ['the bundled', 'aac', 'hard sounds at 22 050', bundled],
  ['the bundled', 'mp3', 'hard sounds at 24 000', bundled],
  ['the bundled', 'aac', 'speech at 16 000', bundled],
] as const)('with %s ffmpeg no joint of %s is heard in %s', async (_which, codec, name, ffmpeg) => {
  const blobs = await temporaryBlobs();
  const { sampleRate, clips } = sounds[name];
  const { rate, source, whole, pieced, joints } = await compared(clips(), sampleRate, codec, ffmpeg, blobs);
  const milliseconds = (count: number): number => Math.round((count * rate) / 1000);
  expect(joints).toHaveLength(clips().length - 1);
  expect(pieced).toHaveLength(whole.length);
  // A whole number of frames behind the encoder's delay, the decoder's included; what AAC adds is a frame.
  expect(pieced.length).toBe(source.length + (codec === 'mp3' ? 1152 - 1105 : 0));
  const toNoise = (sound: Float32Array, from: number, to: number): number =>
    signalToNoise(source, sound, from, to);
  expect(toNoise(pieced, 0, source.length)).toBeGreaterThan(toNoise(whole, 0, source.length) - 0.5);
  for (const { at, quietFrom } of joints) {
    // Around it, and of what is heard first after it.
    for (const [from, to] of [
      [at - milliseconds(100), at + milliseconds(100)],
      [at, at + milliseconds(25)],
    ] as const) {
      const isUnheard = decibels(rmsOfDifference(source, pieced, from, to)) < UNHEARD_DB;
      if (!isUnheard)
        expect(toNoise(pieced, from, to)).toBeGreaterThan(Math.min(WELL_DB, toNoise(whole, from, to) - 1));
    }
    // Where no frame reaches that has sound in it there is silence, and elsewhere no more than in one piece.
    const silent = [quietFrom + milliseconds(45), at - milliseconds(45)] as const;
    expect(decibels(largest(pieced, ...silent))).toBeLessThan(-80);
    const quiet = [quietFrom + milliseconds(20), at - milliseconds(1)] as const;
    expect(largest(pieced, ...quiet)).toBeLessThan(largest(whole, ...quiet) * 1.25 + 1e-3);
    const near = [at - milliseconds(100), at + milliseconds(100)] as const;
    const steps = [source, whole].map((sound) => largestStep(sound, ...near));
    expect(largestStep(pieced, ...near)).toBeLessThan(Math.max(...steps) * 1.1 + 0.005);
  }
});

function rmsOfDifference(one: Float32Array, other: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += ((one[index] ?? 0) - (other[index] ?? 0)) ** 2;
  return Math.sqrt(sum / (to - from));
}

/** The most that one sample differs from the next: a click would stand out. */
function largestStep(sound: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let index = from + 1; index < to; index++)
    most = Math.max(most, Math.abs((sound[index] ?? 0) - (sound[index - 1] ?? 0)));
  return most;
}
