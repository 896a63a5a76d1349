/** That no joint can be heard: chunks that were encoded apart beside the same sound encoded in one piece. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPcm } from '../../../pipeline/audio/chunks/pieces.ts';
import { findFfmpeg } from '../../../pipeline/audio/find-ffmpeg.ts';
import { createFliteEngine } from '../../../pipeline/speech/flite/engine.ts';
import { bursts, decibels, largest, noise, signalToNoise, sine } from '../loudness/sounds.ts';
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

const sounds: readonly (readonly [string, number, () => readonly SpokenClip[]])[] = [
  ['speech', 16_000, () => spoken],
  ['hard sounds', 24_000, () => hard(24_000)],
  ['hard sounds', 22_050, () => hard(22_050)],
];

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('with %s ffmpeg', (_which, ffmpeg) => {
  describe.each(['mp3', 'aac'] as const)('%s', (codec) => {
    test.each(sounds)(
      'of %s at %i samples a second is the same in pieces',
      async (_what, sampleRate, clips) => {
        const blobs = await temporaryBlobs();
        const { rate, source, whole, pieced, joints } = await compared(
          clips(),
          sampleRate,
          codec,
          ffmpeg,
          blobs,
        );
        const milliseconds = (count: number): number => Math.round((count * rate) / 1000);
        expect(joints).toHaveLength(clips().length - 1);
        expect(pieced).toHaveLength(whole.length);
        const all = [0, source.length] as const;
        expect(signalToNoise(source, pieced, ...all)).toBeGreaterThan(
          signalToNoise(source, whole, ...all) - 0.5,
        );
        for (const { at, quietFrom } of joints) {
          const near = [at - milliseconds(100), at + milliseconds(100)] as const;
          const heard = [pieced, whole].map((sound) => signalToNoise(source, sound, ...near));
          console.log(
            codec,
            sampleRate,
            at / rate,
            heard,
            decibels(largest(pieced, quietFrom + milliseconds(45), at - milliseconds(45))),
            decibels(largest(pieced, quietFrom + milliseconds(20), at - milliseconds(25))),
            decibels(largest(whole, quietFrom + milliseconds(20), at - milliseconds(25))),
            largestStep(pieced, ...near),
            largestStep(source, ...near),
            largestStep(whole, ...near),
          );
          expect(heard[0]).toBeGreaterThan((heard[1] ?? NaN) - 1);
          // Where no frame reaches that has sound in it there is silence, and elsewhere no more than in one piece.
          const silent = [quietFrom + milliseconds(45), at - milliseconds(45)] as const;
          expect(decibels(largest(pieced, ...silent))).toBeLessThan(-80);
          const quiet = [quietFrom + milliseconds(20), at - 20] as const;
          expect(largest(pieced, ...quiet)).toBeLessThan(largest(whole, ...quiet) * 1.5 + 1e-3);
          const steps = [source, whole].map((sound) => largestStep(sound, ...near));
          expect(largestStep(pieced, ...near)).toBeLessThan(Math.max(...steps) * 1.1 + 0.005);
        }
      },
    );
  });
});

/** The most that one sample differs from the next: a click would stand out. */
function largestStep(sound: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let index = from + 1; index < to; index++)
    most = Math.max(most, Math.abs((sound[index] ?? 0) - (sound[index - 1] ?? 0)));
  return most;
}
