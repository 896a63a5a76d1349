import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chunksOf,
  piecesSchema,
  samplesOf,
  withSound,
  toPcm,
} from '../../../pipeline/audio/chunks/pieces.ts';
import { timeChapter } from '../../../pipeline/audio/time-chapter.ts';
import { contextOf, temporaryBlobs } from '../temporary-blobs.ts';
import { fromPcm } from '../loudness/sounds.ts';

test('samples of 16 bits come through as they were', () => {
  const all = new Int16Array(65_536);
  for (let index = 0; index < all.length; index++) all[index] = index - 32_768;
  const bytes = new Uint8Array(all.buffer);
  expect(Buffer.compare(toPcm(fromPcm(bytes)), bytes)).toBe(0);
});

test('what is between two samples goes to the nearer one, and what is beyond full scale is held there', () => {
  const steps = [0.4, 0.6, -0.4, -0.6, 32_766.6, 40_000, -40_000, -32_768.2].map((step) => step / 32_768);
  const pcm = toPcm(Float32Array.from([...steps, Infinity, -Infinity]));
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const read = Array.from({ length: steps.length + 2 }, (_, index) => view.getInt16(index * 2, true));
  expect(read).toEqual([0, 1, 0, -1, 32_767, 32_767, -32_768, -32_768, 32_767, -32_768]);
});

test('the chunks of a chapter, one after the other, are its sounds where they are heard, and silence', async () => {
  const blobs = await temporaryBlobs();
  const sampleRate = 16_000;
  const clips = fc.array(
    fc.record({
      samples: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 3 }),
      pause: fc.double({ min: 0, max: 0.05, noNaN: true }),
      apart: fc.boolean(),
    }),
    { maxLength: 8 },
  );
  let value = 0;
  await fc.assert(
    fc.asyncProperty(clips, async (spoken) => {
      const made = await Promise.all(
        spoken.map(async ({ samples, pause, apart }, index) => ({
          utterance: `u${index}`,
          apart,
          pauseSeconds: pause,
          sounds: await Promise.all(
            samples.map(async (count) => {
              value = (value % 30_000) + 1;
              const pcm = await blobs.write([new Uint8Array(new Int16Array(count).fill(value).buffer)]);
              return { pcm, sampleRate, samples: count, times: [], at: [], pauseSeconds: pause / 2 };
            }),
          ),
        })),
      );
      const input = { id: 'c', title: 'C', sampleRate, clips: made };
      const chapter = await timeChapter.run(input, contextOf(blobs, {}));
      const chunks = chunksOf(chapter);
      expect(chunks.map((pieces) => piecesSchema.parse(pieces))).toEqual(chunks);
      expect(chunks).toHaveLength(
        1 * Math.min(1, made.length) + made.slice(1).filter(({ apart }) => apart).length,
      );
      let reached = 0;
      const ends = chunks.map((pieces) => (reached += samplesOf(pieces)));
      expect(ends).toEqual(chapter.cuts);
      const heard = Buffer.concat(
        await Promise.all(chunks.map(async (pieces) => await withSound(pieces, blobs, toPcm))),
      );
      const wanted = Buffer.alloc(chapter.samples * 2);
      for (const { pcm, beginSample } of chapter.sounds)
        wanted.set(await blobs.readAll(pcm), beginSample * 2);
      expect(Buffer.compare(heard, wanted)).toBe(0);
      // A chunk begins with sound, so that an edit before it changes none of its pieces, and ends in silence.
      for (const pieces of chunks) {
        expect(typeof pieces[0]).toBe('object');
        expect(pieces.at(-1)).toBeGreaterThanOrEqual(960);
      }
    }),
    { numRuns: 25 },
  );
});

test('a gain is a factor of every sample', async () => {
  const blobs = await temporaryBlobs();
  const pcm = await blobs.write([new Uint8Array(new Int16Array([100, -200, 16_384]).buffer)]);
  const sound = await withSound([2, pcm, 1], blobs, (heard) => heard.slice(), 0.5);
  expect([...sound].map((sample) => sample * 32_768)).toEqual([0, 0, 50, -100, 8192, 0]);
});
