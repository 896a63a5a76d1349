import { describe, expect, test } from 'vitest';
import { wordEnglish } from '../../../pipeline/narration/english/word-english.ts';
import type { WordingOptions } from '../../../pipeline/narration/spoken-word.ts';

/** Each spoken word with what it voices. */
function voiced(text: string, options: Partial<WordingOptions> = {}): readonly (readonly [string, string])[] {
  const words = wordEnglish(text, { language: 'en-US', fixed: [], off: [], ...options });
  return words.map(({ text: word, begin, end }) => [word, text.slice(begin, end)]);
}

function said(text: string, options: Partial<WordingOptions> = {}): string {
  return voiced(text, options)
    .map(([word]) => word)
    .join(' ');
}

/** Where a part stands in a text. */
function place(text: string, part: string): { readonly begin: number; readonly end: number } {
  const begin = text.indexOf(part);
  return { begin, end: begin + part.length };
}

describe('every spoken word knows what it voices:', () => {
  test('the amount and its scale', () => {
    expect(voiced('It cost $4.5 million, twice.')).toEqual([
      ['It', 'It'],
      ['cost', 'cost'],
      ['four', '$4.5'],
      ['point', '$4.5'],
      ['five', '$4.5'],
      ['million', 'million'],
      ['dollars,', '$4.5'],
      ['twice.', 'twice'],
    ]);
  });

  test('month, day and year', () => {
    expect(voiced('Oct. 1, 2022')).toEqual([
      ['October', 'Oct.'],
      ['first,', '1'],
      ['twenty', '2022'],
      ['twenty-two', '2022'],
    ]);
    expect(voiced('1/10/2022').map(([, part]) => part)).toEqual(['1', '10', '2022', '2022']);
  });

  test('both ends of a range', () => {
    expect(voiced('1914–18')).toEqual([
      ['nineteen', '1914'],
      ['fourteen', '1914'],
      ['to', '18'],
      ['eighteen', '18'],
    ]);
  });

  test('a number and its unit', () => {
    expect(voiced('−5 °C')).toEqual([
      ['minus', '−'],
      ['five', '5'],
      ['degrees', '°C'],
      ['Celsius', '°C'],
    ]);
    expect(voiced('90 km/h').at(-1)).toEqual(['hour', 'km/h']);
  });

  test('an address as a whole', () => {
    expect(voiced('(https://example.com/a?b=1).')).toEqual([
      ['(example', 'https://example.com/a?b=1'],
      ['dot', 'https://example.com/a?b=1'],
      ['com).', 'https://example.com/a?b=1'],
    ]);
  });

  test('letters, endings and hyphens', () => {
    expect(voiced('U.S.-made')).toEqual([
      ['U', 'U'],
      ['S', 'S'],
      ['made', 'made'],
    ]);
    expect(voiced('Henry VIII’s')).toEqual([
      ['Henry', 'Henry'],
      ['the', 'VIII'],
      ['eighth’s', 'VIII’s'],
    ]);
    expect(voiced('a 25-year-old')).toEqual([
      ['a', 'a'],
      ['twenty-five-year-old', '25-year-old'],
    ]);
  });

  test('what Unicode writes in two units', () => {
    expect(voiced('a 😀, 𝟓')).toEqual([
      ['a', 'a'],
      ['grinning', '😀'],
      ['face,', '😀'],
      ['five', '𝟓'],
    ]);
  });
});

describe('letters that are named', () => {
  test('say so', () => {
    const words = wordEnglish('Plan A of the FBI, U.S.', { language: 'en', fixed: [], off: [] });
    expect(words.filter(({ letters }) => letters).map(({ text }) => text)).toEqual(['A', 'U', 'S.']);
  });
});

describe('what the author fixed', () => {
  test('is said as given, and voices its stretch', () => {
    const text = 'It was 2/3, I think.';
    const fixed = [{ ...place(text, '2/3'), say: 'two out of three' }];
    expect(voiced(text, { fixed })).toEqual([
      ['It', 'It'],
      ['was', 'was'],
      ['two', '2/3'],
      ['out', '2/3'],
      ['of', '2/3'],
      ['three,', '2/3'],
      ['I', 'I'],
      ['think.', 'think'],
    ]);
  });

  test('with a sound alone is one token', () => {
    const text = '“New Kyiv 5.”';
    const words = wordEnglish(text, {
      language: 'en',
      fixed: [{ ...place(text, 'New Kyiv 5'), ipa: 'kiːjɪu' }],
      off: [],
    });
    expect(words).toEqual([{ text: '“New-Kyiv-5.”', begin: 1, end: 11, ipa: 'kiːjɪu' }]);
  });

  test('is hidden from the rules around it', () => {
    const text = '$5 million';
    expect(said(text, { fixed: [{ ...place(text, 'million'), say: 'zillion' }] })).toBe(
      'five dollars zillion',
    );
    expect(said(text, { fixed: [{ ...place(text, '5'), say: 'five' }] })).toBe('dollar five million');
  });

  test('takes its possessive', () => {
    const text = 'Dr. Who’s';
    expect(voiced(text, { fixed: [{ ...place(text, 'Who'), say: 'Hoo' }] }).at(-1)).toEqual([
      'Hoo’s',
      'Who’s',
    ]);
  });

  test('in disorder, overlapping or outside does no harm', () => {
    const fixed = [
      { begin: 4, end: 7, say: 'two' },
      { begin: 0, end: 3, say: 'one' },
      { begin: 2, end: 6, say: 'no' },
      { begin: 5, end: 5, say: 'nothing' },
      { begin: 90, end: 99, say: 'beyond' },
    ];
    expect(said('abc def ghi', { fixed })).toBe('one two ghi');
  });
});

describe('a rule that is off', () => {
  const text = 'In 1914 it cost $5, in 1915 $6.';

  test('leaves its stretch alone, and no other', () => {
    const off = [{ ...place(text, '$5'), rules: ['money', 'symbols'] }];
    expect(said(text, { off })).toBe('In nineteen fourteen it cost five, in nineteen fifteen six dollars.');
  });

  test('gives way to a plainer one', () => {
    const off = [{ begin: 0, end: text.length, rules: ['money'] }];
    expect(said('It cost $5.', { off })).toBe('It cost dollar five.');
  });

  test('does not touch what has another name', () => {
    const off = [{ begin: 0, end: text.length, rules: ['dates', 'roman'] }];
    expect(said('Dr. Who, Chapter IV', { off })).toBe('Doctor Who, Chapter IV');
  });

  test('with all others leaves the text as it is written', () => {
    const off = [{ begin: 0, end: text.length, rules: 'all' as const }];
    expect(said('Dr. 5/6 of 1,200 U.S. vs. X', { off })).toBe('Dr. 5/6 of 1,200 U. S. vs. X');
  });
});

test('the region decides what 1/10/2022 is', () => {
  expect(said('1/10/2022', { language: 'en' })).toBe('January tenth, twenty twenty-two');
  expect(said('1/10/2022', { language: 'en-US' })).toBe('January tenth, twenty twenty-two');
  expect(said('1/10/2022', { language: 'en-GB' })).toBe('the first of October, twenty twenty-two');
  expect(said('1/10/2022', { language: 'en-Latn-AU' })).toBe('the first of October, twenty twenty-two');
});

test.each(['1ﬁ', 'ﬁ.ß.ﬁ.', 'F-ﬂ', 'MP3ﬀ'])('a ligature in %s moves no place', (text) => {
  for (const word of wordEnglish(text, { language: 'en', fixed: [], off: [] }))
    expect(word.end).toBeLessThanOrEqual(text.length);
});
