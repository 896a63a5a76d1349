import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitWords } from '../../pipeline/speech/split-words.ts';

/** The pieces as texts, each word as long as its letters. */
function split(text: string, longest: number): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  let from = 0;
  return splitWords(
    words.map((word) => ({ text: word, length: word.length })),
    longest,
  ).map((to) => {
    const piece = words.slice(from, to).join(' ');
    from = to;
    return piece;
  });
}

test.each([
  ['short enough', 'One two.', 20, ['One two.']],
  [
    'at the end of a sentence',
    'It rained. The road, long and wet, ended.',
    30,
    ['It rained.', 'The road, long and wet, ended.'],
  ],
  [
    'at a clause',
    'When it rained, the road was wet and long',
    30,
    ['When it rained,', 'the road was wet and long'],
  ],
  [
    'at a dash',
    'When it rained— the road was wet and long',
    30,
    ['When it rained—', 'the road was wet and long'],
  ],
  ['at a word', 'one two three four five', 10, ['one two', 'three four', 'five']],
  ['never in a word', 'a incomprehensibilities b', 10, ['a', 'incomprehensibilities', 'b']],
  [
    'after closing quotation marks',
    '“Go home.” She went there alone.',
    24,
    ['“Go home.”', 'She went there alone.'],
  ],
  ['of nothing but space', '  \n ', 10, []],
])('a text is split %s', (_, text, longest, pieces) => {
  expect(split(text, longest)).toEqual(pieces);
});

test('no word is lost, cut or moved, and pieces are as short as words allow', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}[.,;!?]?$/);
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 5, max: 60 }), (words, longest) => {
      const pieces = split(words.join(' '), longest);
      expect(pieces.flatMap((piece) => piece.split(' '))).toEqual(words);
      for (const piece of pieces) if (piece.length > longest) expect(piece).not.toContain(' ');
    }),
  );
});

test('words are measured by what the engine counts', () => {
  const words = ['a', 'b', 'c'].map((text) => ({ text, length: 100 }));
  expect(splitWords(words, 250)).toEqual([2, 3]);
});
