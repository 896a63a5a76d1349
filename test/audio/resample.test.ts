import { expect, test } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { resample } from '../../pipeline/audio/resample.ts';
import { contextOf, temporaryBlobs } from './temporary-blobs.ts';
import { tone } from './tones.ts';

const ffmpeg = await findFfmpeg({ environment: process.env });

test.each([
  [8000, 24_000],
  [22_050, 16_000],
  [44_100, 8000],
])('sound of %i samples a second lasts as long at %i', async (fromRate, toRate) => {
  const blobs = await temporaryBlobs();
  const pcm = await blobs.write([tone(1.5, fromRate)]);
  const sound = await resample.run({ pcm, fromRate, toRate }, contextOf(blobs, { ffmpeg }));
  expect(sound.sampleRate).toBe(toRate);
  expect(sound.samples * 2).toBe(sound.pcm.bytes);
  expect(Math.abs(sound.samples / toRate - 1.5)).toBeLessThan(0.005);
});

test('sound that has the rate already is not touched', async () => {
  const blobs = await temporaryBlobs();
  const pcm = await blobs.write([tone(0.1, 8000)]);
  const sound = await resample.run({ pcm, fromRate: 8000, toRate: 8000 }, contextOf(blobs, { ffmpeg }));
  expect(sound).toEqual({ pcm, sampleRate: 8000, samples: 800 });
});
