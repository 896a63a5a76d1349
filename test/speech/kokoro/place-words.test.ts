import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameSamples, placeWords } from '../../../pipeline/speech/kokoro/place-words.ts';

test('a word lies where its phonemes do, two frames before what the durations of the tokens before it add up to', () => {
  //        0  ð ə ␣ k ˈ æ t .  0
  const frames = [9, 2, 3, 1, 3, 1, 4, 4, 6, 11];
  const words = placeWords(['the', 'cat.'], { ids: [1, 2, 3, 4, 5, 6, 7, 8], words: [{ begin: 0, end: 2 }, { begin: 3, end: 7 }] }, frames); // prettier-ignore
  expect(words).toEqual([
    { text: 'the', beginSample: 7 * frameSamples, endSample: 12 * frameSamples },
    { text: 'cat.', beginSample: 13 * frameSamples, endSample: 25 * frameSamples },
  ]);
});

test('words are in order, inside the sound, and none over another, whatever the durations', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lengths, fc.infiniteStream(fc.nat({ max: 30 })), (sizes, durations) => {
      const words: { begin: number; end: number }[] = [];
      let token = 0;
      for (const size of sizes) {
        words.push({ begin: token, end: token + size });
        token += size + 1;
      }
      const frames = [...durations.take(token + 2)];
      const placed = placeWords(
        sizes.map((size) => `${size}`),
        { ids: Array.from({ length: token }, () => 1), words },
        frames,
      );
      expect(placed.map(({ text }) => Number(text))).toEqual(sizes.filter((size) => size > 0));
      let reached = 0;
      for (const { beginSample, endSample } of placed) {
        expect(beginSample).toBeGreaterThanOrEqual(reached);
        expect(endSample).toBeGreaterThanOrEqual(beginSample);
        reached = endSample;
      }
      expect(reached).toBeLessThanOrEqual(frames.reduce((sum, frame) => sum + frame, 0) * frameSamples);
    }),
  );
});
