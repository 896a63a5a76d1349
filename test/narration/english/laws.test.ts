import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import type { SpokenWord } from '../../../pipeline/narration/spoken-word.ts';

const pieces = [
  '$', '£', '€', '4.5', '1,200', '2022', '1914–18', '’90s', '007', '3–1', '1/2', '½', '%', '°C', ' km', '-', '–', '—', '.', ',',
  ' ', '\u00A0', '\n', 'Oct. 1', ' million', 'Dr.', 'St.', 'No.', 'U.S.', 'IV', 'I', 'a', 'A', 'e.g.', '"', "'", '“', '”', '(', ')',
  '[', '/', 'and/or', 'https://a.b/c', 'x@y.com', '#', '@', '&', '+', '=', '×', '→', '😀', '👍🏽', '²', '₂', 'Ⅳ', '①', '٣', '３',
  'word', 'мир', '日本', 'é', 'e\u0301', '\u00AD', '\u200D', '\uFFFC', '\uD800', 'p.m.', '15:45', '2022-10-01', 'F-16', 'MP3', 'June 8th', 'May 3rd, 2014', '2022-11-16T15:03:29Z', ' x ', '5 sq mi', '12 in. ', '1st c. BC', '’s', 's',
]; // prettier-ignore
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(' ')),
);
const languages = fc.constantFrom('en', 'en-US', 'en-GB', 'en-AU');

function say(text: string, language = 'en-US'): readonly SpokenWord[] {
  return wordEnglish(text, { language, fixed: [], off: [] });
}

const runs = { numRuns: 3000 };

test('every letter and digit lies in the stretch of a spoken word', () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const words = say(text, language);
      const covered = (at: number): boolean => words.some(({ begin, end }) => begin <= at && at < end);
      for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu))
        expect(covered(index), text.slice(index)).toBe(true);
    }),
    runs,
  );
});

test('stretches lie in the text, tokens hold a letter, no white space and no digit', () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      for (const { text: token, begin, end, letters } of say(text, language)) {
        expect(begin).toBeGreaterThanOrEqual(0);
        expect(begin).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(token).toMatch(/\p{L}/u);
        expect(token).not.toMatch(/[\s\p{N}]/u);
        if (letters) expect(token.match(/\p{L}/gu)?.length, token).toBeLessThanOrEqual(2);
      }
    }),
    runs,
  );
});

test('the same text is said in the same words', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(say(text)).toEqual(say(text));
    }),
  );
});

test('fixed stretches and rules that are off never break the reading', () => {
  const stretch = fc.tuple(fc.nat(40), fc.nat(12)).map(([begin, length]) => ({ begin, end: begin + length }));
  const fixed = fc.array(fc.tuple(stretch, fc.constantFrom('two words', 'one', undefined)), { maxLength: 3 });
  const off = fc.array(
    fc.tuple(stretch, fc.constantFrom<'all' | string[]>('all', ['numbers'], ['money', 'dates'])),
    {
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(texts, fixed, off, (text, says, switches) => {
      const words = wordEnglish(text, {
        language: 'en',
        fixed: says.map(([place, say]) => (say === undefined ? { ...place, ipa: 'a' } : { ...place, say })),
        off: switches.map(([place, rules]) => ({ ...place, rules })),
      });
      for (const { text: token, begin, end } of words) {
        expect(begin).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(token).not.toMatch(/\s/u);
        expect(token).not.toBe('');
      }
    }),
    runs,
  );
});

/** Milliseconds, for a machine under load. */
const patience = 60_000;

test(
  'a paragraph of a megabyte is read in seconds',
  () => {
    const text = 'The year 1914 cost $4.5 million, said Dr. Smith of the U.S. in Chapter IV; '.repeat(13_500);
    expect(say(text).length).toBeGreaterThan(200_000);
  },
  patience,
);

test.each([
  '123',
  'a',
  'IV',
  'a-',
  'a.',
  '1-',
  '1,',
  '1 ',
  'a/',
  'a@',
  ' ',
  '“',
  '[',
  '…',
  '😀',
  '👩\u200D',
  'https://a',
])(
  'nothing but %j takes no square of its length',
  (piece) => {
    say(piece.repeat(Math.ceil(200_000 / piece.length)));
  },
  patience,
);
