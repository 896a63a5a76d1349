import { describe, expect, test } from 'vitest';
import { compileLexicon, fixedByLexicon } from '../../pipeline/narration/apply-lexicon.ts';
import type { LexiconEntry } from '../../pipeline/source/lexicon/lexicon.ts';

const said = (grapheme: string, about: Partial<LexiconEntry> = {}): LexiconEntry => ({
  grapheme,
  language: 'en',
  exactCase: false,
  ...(about.ipa === undefined && { say: `<${grapheme}>` }),
  ...about,
});

/** The stretches that the lexicon words, with what is said there. */
function found(text: string, entries: readonly LexiconEntry[], language = 'en'): readonly string[] {
  return fixedByLexicon(text, language, compileLexicon(entries)).map(
    ({ begin, end, say, ipa }) => `${text.slice(begin, end)} → ${say ?? ipa ?? ''}`,
  );
}

describe('a lexicon words', () => {
  test('whole words, in upper and lower case', () => {
    expect(found('Kyiv, KYIV; Kyivan anti-Kyiv xKyiv Kyiv2', [said('Kyiv')])).toEqual([
      'Kyiv → <Kyiv>',
      'KYIV → <Kyiv>',
      'Kyiv → <Kyiv>',
    ]);
    expect(found('US or us', [said('US', { exactCase: true })])).toEqual(['US → <US>']);
  });

  test('of several that begin at one place the longest', () => {
    const entries = [said('Lake'), said('Lake Titicaca'), said('Lake Titicaca Park'), said('Titicaca')];
    expect(found('Lake Titicaca, Lake  titicaca park; Titicaca Lake.', entries)).toEqual([
      'Lake Titicaca → <Lake Titicaca>',
      'Lake  titicaca park → <Lake Titicaca Park>',
      'Titicaca → <Titicaca>',
      'Lake → <Lake>',
    ]);
  });

  test('signs, and words that hold them', () => {
    const entries = [said('→'), said('C++'), said('I/O'), said('.NET'), said('e.g.')];
    expect(found('a→b, C++ (not C + +), I/O, .NET; e.g., this', entries)).toEqual([
      '→ → <→>',
      'C++ → <C++>',
      'I/O → <I/O>',
      '.NET → <.NET>',
      'e.g. → <e.g.>',
    ]);
  });

  test('words however their accents and apostrophes are encoded', () => {
    expect(found('Cafe\u0301 and O’Neill’s', [said('Café'), said("O'Neill")])).toEqual([
      'Cafe\u0301 → <Café>',
      "O’Neill’s → <O'Neill>’s",
    ]);
  });

  test('words of scripts without spaces, wherever they stand', () => {
    const entries = [said('東京', { language: 'ja' }), said('東京タワー', { language: 'ja' })];
    expect(found('昨日東京に、東京タワーが。', entries, 'ja')).toEqual([
      '東京 → <東京>',
      '東京タワー → <東京タワー>',
    ]);
  });

  test('possessives, as they sound', () => {
    const ipa = (grapheme: string, sound: string): LexiconEntry => said(grapheme, { ipa: sound });
    const entries = [
      ipa('Kyiv', 'ˈkiːjɪu'),
      ipa('Marx', 'mɑːks'),
      ipa('Matt', 'mætʰ'),
      ipa('Raj', 'rɑːdʒ'),
      ipa('Ruth', 'ruːθ'),
    ];
    expect(found("Kyiv’s Marx's Matt's Raj’s Ruth’s Kyiv’sx Kyiv ’s", entries)).toEqual([
      'Kyiv’s → ˈkiːjɪuz',
      "Marx's → mɑːksɪz",
      "Matt's → mætʰs",
      'Raj’s → rɑːdʒɪz',
      'Ruth’s → ruːθs',
      'Kyiv → ˈkiːjɪu',
      'Kyiv → ˈkiːjɪu',
    ]);
  });

  test('of their own language, whatever its region', () => {
    const entries = [said('chat', { language: 'fr' }), said('Chat', { language: 'en-GB', say: 'talk' })];
    expect(found('chat', entries)).toEqual(['chat → talk']);
    expect(found('le chat', entries, 'fr-CA')).toEqual(['chat → <chat>']);
    expect(found("chat's", entries, 'fr')).toEqual(['chat → <chat>']);
    expect(found('Chat', entries, 'de')).toEqual([]);
  });

  test('by the first of two entries for one word', () => {
    expect(found('Kyiv', [said('Kyiv', { say: 'one' }), said('kyiv', { say: 'two' })])).toEqual([
      'Kyiv → one',
    ]);
  });

  test('nothing where it is empty, or the text', () => {
    expect(found('Kyiv', [])).toEqual([]);
    expect(found('', [said('Kyiv')])).toEqual([]);
  });
});

test('a large lexicon and a long text take the sum of their lengths, not the product', () => {
  const entries = Array.from({ length: 20_000 }, (_, index) => said(`word${index} next`));
  const matcher = compileLexicon(entries);
  const text = Array.from({ length: 100_000 }, (_, index) => `word${index % 30_000}`).join(' next ');
  const began = performance.now();
  expect(fixedByLexicon(text, 'en', matcher).length).toBeGreaterThan(60_000);
  expect(performance.now() - began).toBeLessThan(5_000);
});
