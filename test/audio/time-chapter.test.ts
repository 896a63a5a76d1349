import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeChapter, type TimeClip, type TimeSound } from '../../pipeline/audio/time-chapter.ts';
import { chapterAudioSchema } from '../../pipeline/audio/timeline.ts';
import { chunksOf, samplesOf, withSound } from '../../pipeline/audio/chunks/pieces.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import { contextOf, temporaryBlobs } from './temporary-blobs.ts';

async function sound(blobs: BlobAccess, samples: number, pauseSeconds = 0): Promise<TimeSound> {
  const pcm = await blobs.write([new Uint8Array(samples * 2).fill(7)]);
  return { pcm, sampleRate: 16_000, samples, times: [0, samples], at: [4, 9], pauseSeconds };
}

async function clip(
  blobs: BlobAccess,
  samples: number,
  pauseSeconds: number,
  target?: string,
): Promise<TimeClip> {
  return {
    utterance: `u${samples}`,
    ...(target && { target }),
    sounds: [await sound(blobs, samples)],
    pauseSeconds,
  };
}

const time = (clips: readonly TimeClip[], blobs: BlobAccess) =>
  timeChapter.run({ id: 'c1', title: 'One', sampleRate: 16_000, clips }, contextOf(blobs, {}));

test('clips lie where they are heard, each followed by its pause', async () => {
  const blobs = await temporaryBlobs();
  const chapter = await time(
    [await clip(blobs, 3, 0.00025, 's1'), await clip(blobs, 2, 0), await clip(blobs, 1, 0.0001)],
    blobs,
  );
  expect(chapterAudioSchema.parse(chapter)).toEqual(chapter);
  expect(chapter.clips).toEqual([
    { utterance: 'u3', target: 's1', beginSample: 0, endSample: 3, words: [4, 9, 0, 3] },
    { utterance: 'u2', beginSample: 7, endSample: 9, words: [4, 9, 7, 9] },
    { utterance: 'u1', beginSample: 9, endSample: 10, words: [4, 9, 9, 10] },
  ]);
  // 3 of sound, 4 of silence, 2 and 1 of sound, and silence to the next whole frame of every codec.
  expect(chapter.sounds.map(({ beginSample }) => beginSample)).toEqual([0, 7, 9]);
  expect([chapter.samples, chapter.cuts]).toEqual([3072, [3072]]);
  const [pieces = []] = chunksOf(chapter);
  const heard = (await withSound(pieces, blobs, (sound) => [...sound]))
    .map((sample) => (sample === 0 ? '.' : 'x'))
    .join('');
  expect(heard).toBe(`xxx....xxx${'.'.repeat(3062)}`);
});

test('the sounds of one utterance are one clip, with their silences between and their words counted on', async () => {
  const blobs = await temporaryBlobs();
  const sounds = [await sound(blobs, 3, 0.0005), await sound(blobs, 2, 9)];
  const chapter = await time([{ utterance: 'u', target: 's', sounds, pauseSeconds: 0.0001 }], blobs);
  // 3 of sound, 8 of silence, 2 of sound; then the clip's own pause, not that of its last sound.
  expect(chapter.clips).toEqual([
    { utterance: 'u', target: 's', beginSample: 0, endSample: 13, words: [4, 9, 0, 3, 4, 9, 11, 13] },
  ]);
  expect(chapter.sounds.map(({ beginSample }) => beginSample)).toEqual([0, 11]);
});

test('a chapter without clips has no samples', async () => {
  const chapter = await time([], await temporaryBlobs());
  expect(chapter).toMatchObject({ samples: 0, clips: [], sounds: [], cuts: [] });
});

test('what is counted is what is written, however the pauses fall', async () => {
  const blobs = await temporaryBlobs();
  const parts = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: 0, max: 0.3, noNaN: true })),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(parts, async (lengths) => {
      const clips = await Promise.all(lengths.map(([samples, pause]) => clip(blobs, samples, pause)));
      const chapter = await time(clips, blobs);
      const chunkLengths = chunksOf(chapter).map(samplesOf);
      expect(chunkLengths.reduce((sum, length) => sum + length, 0)).toBe(chapter.samples);
      expect(chunkLengths.every((length) => length % 3072 === 0)).toBe(true);
      let end = 0;
      for (const { beginSample, endSample } of chapter.clips) {
        expect(beginSample).toBeGreaterThanOrEqual(end);
        expect(endSample).toBeGreaterThan(beginSample);
        end = endSample;
      }
      expect(chapter.samples).toBeGreaterThanOrEqual(end);
    }),
    { numRuns: 30 },
  );
});

test.each([
  [
    'another sample rate',
    { sampleRate: 8000 },
    'The sound of the utterance u4 has 8000 samples a second, its chapter has 16000.',
  ],
  ['a wrong count', { samples: 5 }, 'The sound of the utterance u4 holds 4 samples, not 5.'],
  [
    'half a sample',
    { pcm: { sha256: '0'.repeat(64), bytes: 7 } },
    'The sound of the utterance u4 ends within a sample.',
  ],
  [
    'no sound',
    { samples: 0, pcm: { sha256: '0'.repeat(64), bytes: 0 } },
    'The sound of the utterance u4 is empty.',
  ],
  ['a pause before it ends', { pauseSeconds: -1 }, 'A pause of the utterance u4 is less than nothing.'],
  ['more words than times', { at: [] }, 'The words of the utterance u4 have 1 times for 0 places.'],
])('a clip of %s is an error that names it', async (_what, change, message) => {
  const blobs = await temporaryBlobs();
  const sounds = [{ ...(await sound(blobs, 4)), ...change }];
  await expect(time([{ utterance: 'u4', sounds, pauseSeconds: 0 }], blobs)).rejects.toThrow(message);
});
