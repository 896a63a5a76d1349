import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markTitle } from '../../pipeline/audio/mark-title.ts';

test.each([
  ['line breaks become spaces', 'One\r\n  two\u2028three', 'One two three'],
  ['control characters become spaces', '\u0000One\u0007two\u001b[31m\u0085', 'One two [31m'],
  ['right-to-left and joined characters stay', 'שלום\u200f 👩‍👩‍👧‍👦 \u202bx\u202c', 'שלום\u200f 👩‍👩‍👧‍👦 \u202bx\u202c'],
  ['half a character is replaced', 'a\ud83d', 'a\ufffd'],
  ['255 bytes stay', 'é'.repeat(127) + 'x', 'é'.repeat(127) + 'x'],
  ['above that the end is cut', 'é'.repeat(128), 'é'.repeat(126) + '…'],
  ['a joined emoji stays whole or goes', 'x'.repeat(240) + '👩‍👩‍👧‍👦', 'x'.repeat(240) + '…'],
  ['no space stands before the cut', 'x'.repeat(251) + ' yyyyyyy', 'x'.repeat(251) + '…'],
])('%s', (_what, title, mark) => {
  expect(markTitle(title)).toBe(mark);
});

test('any title becomes one line of at most 255 bytes, and stays so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
      const mark = markTitle(title);
      expect(Buffer.byteLength(mark)).toBeLessThanOrEqual(255);
      expect(mark).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(markTitle(mark)).toBe(mark);
    }),
  );
});
