import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPieces } from '../../../pipeline/speech/kokoro/in-pieces.ts';

/** A model that gives each token as many frames as its number, and the zeros two and three. A frame has one byte. */
const speak = (ids: readonly number[]) => {
  const frames = [2, ...ids, 3];
  return Promise.resolve({ pcm: new Uint8Array(frames.reduce((sum, frame) => sum + frame, 0)), frames });
};

test('what the model takes at once is spoken at once', async () => {
  expect((await inPieces([4, 5], 2, speak)).frames).toEqual([2, 4, 5, 3]);
});

test('longer input is spoken in pieces that keep a duration for each token, and all of the sound', async () => {
  const ids = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ids, fc.integer({ min: 1, max: 12 }), async (tokens, longest) => {
      const { pcm, frames } = await inPieces(tokens, longest, speak);
      expect(frames).toHaveLength(tokens.length + 2);
      expect(frames.reduce((sum, frame) => sum + frame, 0)).toBe(pcm.length);
      expect(frames.every((frame) => frame > 0)).toBe(true);
    }),
  );
});
