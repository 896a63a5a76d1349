import { expect, test } from 'vitest';
import { decodeTokens } from '../../../pipeline/speech/recogniser/decode-tokens.ts';

const vocabulary = ['<unk>', '▁The', '▁sea', 'wall', '.', '<0xC3>', '<0xA9>', '▁caf'];

test('pieces are joined, and a space stands where the vocabulary has one', () => {
  expect(decodeTokens([1, 2, 3, 4], vocabulary)).toBe('The seawall.');
});

test('bytes are read as UTF-8', () => {
  expect(decodeTokens([7, 5, 6], vocabulary)).toBe('café');
});

test('nothing is an empty text, and an unknown token an error', () => {
  expect(decodeTokens([], vocabulary)).toBe('');
  expect(() => decodeTokens([99], vocabulary)).toThrow(RangeError);
});
