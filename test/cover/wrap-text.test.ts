import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wrapText } from '../../pipeline/cover/wrap-text.ts';

const letters = (text: string): number => Array.from(text).length;
const wrap = (text: string, width: number, language = 'en') => wrapText(text, width, letters, language);

describe('a text is broken', () => {
  test.each([
    ['into as few lines as fit', 'one two three', 8, ['one two', 'three']],
    ['into lines as even as they can be', 'aa bb cc dd ee', 11, ['aa bb cc', 'dd ee']],
    ['within a word that is longer than a line', 'unbelievable', 8, ['unbeli-', 'evable']],
    ['not at a no-break space', 'one\u00a0two three', 8, ['one\u00a0two', 'three']],
    ['nowhere if it is empty', '', 8, []],
  ])('%s', (_how, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  test('between words where none are parted by spaces, and not before a stop', () => {
    const lines = wrap('吾輩は猫である。名前はまだ無い。', 6, 'ja');
    expect(lines.join('')).toBe('吾輩は猫である。名前はまだ無い。');
    expect(lines.every((line) => !line.startsWith('。'))).toBe(true);
  });
});

test('no line is wider than it may be, and no letter is lost', () => {
  const words = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 25 }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 4, max: 40 }), (all, width) => {
      const lines = wrap(all.join(' '), width);
      expect(Math.max(...lines.map(letters))).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/[- ]/g, '')).toBe(all.join(''));
    }),
  );
});
