import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline, Mark } from '../../pipeline/document/model.ts';
import { spokenText } from '../../pipeline/narration/spoken-text.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const span = (about: Partial<Mark>, ...children: readonly Inline[]): Mark => ({
  type: 'mark',
  tag: 'span',
  ...about,
  children,
});

/** What each span holds, with what it says of it. */
function held(inlines: readonly Inline[]): readonly unknown[] {
  const { text: whole, spans } = spokenText(inlines);
  return spans.map(({ begin, end, ...about }) => [whole.slice(begin, end), about]);
}

describe('inlines as they are said', () => {
  test('without marks of the author have no spans', () => {
    const inlines = [
      text(' One '),
      { type: 'mark', tag: 'em', children: [text('two ')] },
      text(' three'),
    ] as const;
    expect(spokenText(inlines)).toEqual({ text: 'One two three', spans: [] });
  });

  test('have a span for every language, voice and manner of speaking', () => {
    const inlines = [
      text('The '),
      span({ lang: 'de' }, text('Zeitgeist')),
      text(' of '),
      span({ speech: { off: 'all' } }, text('1914')),
      text(', '),
      span({ speech: { say: 'two thirds' } }, text('2/3')),
      text(' and '),
      span({ voice: 'bm_george', speech: { ipa: 'ˈkiːjɪu' } }, text('Kyiv')),
    ];
    expect(spokenText(inlines).text).toBe('The Zeitgeist of 1914, 2/3 and Kyiv');
    expect(held(inlines)).toEqual([
      ['Zeitgeist', { language: 'de' }],
      ['1914', { off: 'all' }],
      ['2/3', { say: 'two thirds' }],
      ['Kyiv', { voice: 'bm_george', ipa: 'ˈkiːjɪu' }],
    ]);
  });

  test('have outer spans before inner ones', () => {
    const inlines = [
      span({ lang: 'de' }, text('Der '), span({ lang: 'fr' }, text('Esprit')), text(' der Zeit')),
    ];
    expect(held(inlines)).toEqual([
      ['Der Esprit der Zeit', { language: 'de' }],
      ['Esprit', { language: 'fr' }],
    ]);
  });

  test('have no span inside what other words are said for', () => {
    const inner = span({ lang: 'de' }, text('Zeit'));
    const inlines = [span({ speech: { say: 'time' } }, inner, { type: 'pause', seconds: 1 }), inner];
    expect(held(inlines)).toEqual([
      ['Zeit', { say: 'time' }],
      ['Zeit', { language: 'de' }],
    ]);
  });

  test('have spans that begin and end at words, whatever space is inside', () => {
    const inlines = [text('so '), span({ lang: 'de' }, text('  \n Zeit\u00ADgeist  ')), text('  it is')];
    expect(spokenText(inlines)).toEqual({
      text: 'so Zeitgeist it is',
      spans: [{ begin: 3, end: 12, language: 'de' }],
    });
  });

  test('have pauses where the author put them, before the space', () => {
    const pause: Inline = { type: 'pause', seconds: 1.5 };
    expect(spokenText([text('One '), pause, text(' two.'), pause])).toEqual({
      text: 'One two.',
      spans: [
        { begin: 3, end: 3, pauseSeconds: 1.5 },
        { begin: 8, end: 8, pauseSeconds: 1.5 },
      ],
    });
    expect(spokenText([pause, text('One')]).spans).toEqual([{ begin: 0, end: 0, pauseSeconds: 1.5 }]);
  });

  test('have no span for what shows nothing, and none for a gloss', () => {
    const gloss: Mark = { type: 'mark', tag: 'rt', children: [span({ lang: 'de' }, text('x'))] };
    expect(spokenText([span({ lang: 'de' }, text(' ')), text('a'), gloss])).toEqual({ text: 'a', spans: [] });
  });

  test('keep the joiners that make one emoji of two, and no others', () => {
    const family = '👩🏽\u200D🚀 and ❤️\u200D🔥';
    expect(spokenText([text(`${family} in Zeit\u200Dgeist\u200D 😀\u200D.`)]).text).toBe(
      `${family} in Zeitgeist 😀.`,
    );
  });

  test('are folded as one string, wherever they are cut', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\u00AD', '\u00A0', '.') });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const inlines = pieces.map((value, index) =>
          index % 2 ? span({ lang: 'de' }, text(value)) : text(value),
        );
        const { text: whole, spans } = spokenText(inlines);
        expect(whole).toBe(
          pieces
            .join('')
            .replace(/\u00AD/g, '')
            .replace(/\s+/g, ' ')
            .trim(),
        );
        const words = pieces
          .filter((_, index) => index % 2)
          .map((value) =>
            value
              .replace(/\u00AD/g, '')
              .replace(/\s+/g, ' ')
              .trim(),
          );
        expect(spans.map(({ begin, end }) => whole.slice(begin, end))).toEqual(
          words.filter((value) => value !== ''),
        );
      }),
    );
  });
});
