import { describe, expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import { canonicalWords } from '../../../pipeline/speech/recogniser/canonical-words.ts';
import { compareWords } from '../../../pipeline/speech/recogniser/compare-words.ts';

const words = (text: string): readonly string[] => canonicalWords(text, wordEnglish);
const compare = (expected: string, heard: string) => compareWords(words(expected), words(heard));

describe('one sound, written in two ways, is no difference', () => {
  test.each([
    ['Well, “yes”: she said so!', 'well yes she said so'],
    ['It cost four point five million dollars.', 'It cost $4.5 million.'],
    ['eight hundred fifty meters', '850 meters'],
    ['eight hundred and fifty metres', '850 meters'],
    ['nineteen thirty-six', '1936'],
    ['March third, twenty twenty-five', 'March 3, 2025'],
    ['Doctor Bergman', 'Dr. Bergman'],
    ['seven percent', 'seven per cent'],
    ['a new sea wall', 'a new seawall'],
    ['a newsroom', 'a news room'],
    ['at six P M', 'at 6 pm'],
    ['the F B I', 'the FBI'],
    ['in three hundred B C', 'in 300 BC'],
    [
      'The neighbours realised the colour of the theatre.',
      'The neighbors realized the color of the theater.',
    ],
    ['OK', 'Okay.'],
    ['well past midnight', 'well passed midnight'],
    ['They’re here', 'There, hear.'],
    ['double oh seven', 'double O seven'],
    ['a café', 'a cafe'],
    ['CC BY four point zero', 'ccby4.0'],
  ])('%s | %s', (expected, heard) => {
    expect(compare(expected, heard).differences).toEqual([]);
    expect(compare(expected, heard).errors).toBe(0);
  });
});

describe('another sound is a difference', () => {
  test.each([
    ['The sum is not hard', 'The sum is hard', 1],
    ['our house', 'or house', 1],
    ['they hopped', 'they hoped', 1],
    ['fifteen boats', 'fifty boats', 1],
    ['in nineteen thirty-six', 'in nineteen thirty', 1],
    ['two thousand men', 'two million men', 1],
    ['rock and roll', 'rock roll', 1],
    ['a hundred and men', 'a hundred men', 1],
    ['the sea wall', 'the sea', 1],
    ['one two three', 'four five six seven', 4],
    ['something', '', 1],
    ['', 'thank you', 2],
  ])('%s | %s', (expected, heard, errors) => {
    expect(compare(expected, heard).errors).toBe(errors);
  });
});

test('tells the passages that differ, and how many words there were', () => {
  expect(compare('He sold the old red boat in May, and left.', 'He sold the bed boat in May and he left.')).toEqual({
    words: 10,
    errors: 3,
    differences: [
      { expected: ['old', 'red'], heard: ['bed'] },
      { expected: [], heard: ['he'] },
    ],
  }); // prettier-ignore
});

test('nothing and nothing are the same', () => {
  expect(compare('', '')).toEqual({ words: 0, errors: 0, differences: [] });
});
