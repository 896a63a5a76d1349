import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadWords } from '../../pipeline/speech/spread-words.ts';

test('words share a stretch by their letters; a digit counts as four', () => {
  expect(spreadWords(['one', '5', 'a'], 100, 900)).toEqual([
    { text: 'one', beginSample: 100, endSample: 400 },
    { text: '5', beginSample: 400, endSample: 800 },
    { text: 'a', beginSample: 800, endSample: 900 },
  ]);
});

test('the shares fill the stretch without gaps', () => {
  const words = fc.array(fc.string({ minLength: 1 }), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.nat(1000), fc.nat(100_000), (texts, begin, length) => {
      const spread = spreadWords(texts, begin, begin + length);
      expect(spread.map(({ text }) => text)).toEqual(texts);
      expect(spread[0]?.beginSample).toBe(begin);
      expect(spread.at(-1)?.endSample).toBe(begin + length);
      spread.slice(1).forEach((word, index) => {
        expect(word.beginSample).toBe(spread[index]?.endSample);
      });
    }),
  );
});

test('no words need no time', () => {
  expect(spreadWords([], 0, 100)).toEqual([]);
});
