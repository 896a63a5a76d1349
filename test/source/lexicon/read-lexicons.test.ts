import { describe, expect, test } from 'vitest';
import { readPls } from '../../../pipeline/source/lexicon/read-pls.ts';
import { readYamlLexicon } from '../../../pipeline/source/lexicon/read-yaml-lexicon.ts';

const pls = (inside: string, attributes = 'alphabet="ipa" xml:lang="en-US"'): string =>
  `<?xml version="1.0"?>\n<lexicon version="1.0" ${attributes} xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">${inside}</lexicon>`;

describe('a PLS lexicon', () => {
  test('gives each grapheme the preferred phoneme, else the first, else the first alias', () => {
    const { entries, problems } = readPls(
      pls(`
        <lexeme><grapheme>a</grapheme><grapheme>b</grapheme><phoneme>x</phoneme><phoneme prefer="true">y</phoneme></lexeme>
        <lexeme><grapheme>c</grapheme><alias>see</alias><phoneme>x</phoneme><phoneme>y</phoneme></lexeme>
        <lexeme><grapheme>d</grapheme><alias>dee</alias><alias prefer="true">de</alias></lexeme>`),
      'a.pls',
      'de',
    );
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      { grapheme: 'a', language: 'en-US', ipa: 'y', exactCase: false },
      { grapheme: 'b', language: 'en-US', ipa: 'y', exactCase: false },
      { grapheme: 'c', language: 'en-US', ipa: 'x', exactCase: false },
      { grapheme: 'd', language: 'en-US', say: 'de', exactCase: false },
    ]);
  });

  test('may have a prefix, a byte order mark, comments, CDATA, and no language of its own', () => {
    const { entries, problems } = readPls(
      '\uFEFF<p:lexicon xmlns:p="http://www.w3.org/2005/01/pronunciation-lexicon"><p:lexeme><p:grapheme>R<!-- and -->&amp;<![CDATA[D]]></p:grapheme><p:alias>research\n   and development</p:alias></p:lexeme></p:lexicon>',
      'a.pls',
      'en-GB',
    );
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      { grapheme: 'R&D', language: 'en-GB', say: 'research and development', exactCase: false },
    ]);
  });

  test('takes case for given where a capital is inside a word', () => {
    const lexemes = ['US', 'iPhone', 'Lake Titicaca', 'Polish', 'B2B', 'Al-Qaida'].map(
      (word) => `<lexeme><grapheme>${word}</grapheme><alias>x</alias></lexeme>`,
    );
    const { entries } = readPls(pls(lexemes.join('')), 'a.pls', 'en');
    expect(entries.filter(({ exactCase }) => exactCase).map(({ grapheme }) => grapheme)).toEqual([
      'US',
      'iPhone',
      'B2B',
    ]);
  });

  test('nests as deep as it likes: that is a problem, or nothing', () => {
    const { entries } = readPls(pls('<lexeme>'.repeat(50_000) + '</lexeme>'.repeat(50_000)), 'a.pls', 'en');
    expect(entries).toEqual([]);
  });
});

describe('a YAML lexicon', () => {
  test('says words, or sounds, in the publication’s language or its own', () => {
    const { entries, problems } = readYamlLexicon(
      'nginx: engine x\n1984: 84\nKyiv: { ipa: ˈkiːjɪu }\nChat: { say: shah, language: fr-fr }\nGNU: { say: guh noo, case: any }\nReading: { say: redding, case: exact }\n',
      'lexicon.yaml',
      'en',
    );
    expect(problems).toEqual([]);
    expect(new Map(entries.map(({ grapheme, ...rest }) => [grapheme, rest]))).toEqual(
      new Map<string, object>([
        ['nginx', { language: 'en', say: 'engine x', exactCase: false }],
        ['1984', { language: 'en', say: '84', exactCase: false }],
        ['Kyiv', { language: 'en', ipa: 'ˈkiːjɪu', exactCase: false }],
        ['Chat', { language: 'fr-FR', say: 'shah', exactCase: false }],
        ['GNU', { language: 'en', say: 'guh noo', exactCase: false }],
        ['Reading', { language: 'en', say: 'redding', exactCase: true }],
      ]),
    );
  });

  test('may be empty', () => {
    expect(readYamlLexicon('# nothing yet\n', 'lexicon.yaml', 'en')).toEqual({ entries: [], problems: [] });
  });

  test('refuses aliases upon aliases', () => {
    const bomb = Array.from({ length: 9 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
    );
    const { entries, problems } = readYamlLexicon(bomb.join('\n'), 'lexicon.yaml', 'en');
    expect(entries).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['yaml-syntax']);
  });
});
