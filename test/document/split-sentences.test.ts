import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Inline } from '../../pipeline/document/model.ts';
import { inlineText } from '../../pipeline/document/plain-text.ts';
import { splitSentences } from '../../pipeline/document/split-sentences.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const em = (...children: Inline[]): Inline => ({ type: 'mark', tag: 'em', children });
const link = (...children: Inline[]): Inline => ({
  type: 'link',
  to: { address: 'https://example.org' },
  children,
});
const note: Inline = { type: 'note', id: 'r', note: 'n', chapter: 'c', number: '1' };

describe('inlines are cut where sentences end', () => {
  test('a mark that spans two sentences is in both', () => {
    expect(splitSentences([text('One '), em(text('two. Three')), text(' four.')], 'en')).toEqual([
      [text('One '), em(text('two. '))],
      [em(text('Three')), text(' four.')],
    ]);
  });
  test('a link is never cut', () => {
    const inlines = [text('See '), link(text('this. And that.')), text(' Then go. On.')];
    expect(splitSentences(inlines, 'en')).toEqual([
      [text('See '), link(text('this. And that.')), text(' ')],
      [text('Then go. ')],
      [text('On.')],
    ]);
  });
  test('a span that other words are said for is never cut', () => {
    const said: Inline = {
      type: 'mark',
      tag: 'span',
      speech: { say: 'number five' },
      children: [text('No. 5. Next. '), link(text('And so. On'))],
    };
    expect(splitSentences([said, text('. End.')], 'en')).toEqual([[said, text('. ')], [text('End.')]]);
  });
  test('a pause stays with the sentence before it', () => {
    const pause: Inline = { type: 'pause', seconds: 1 };
    expect(splitSentences([text('One. '), pause, text('Two.'), pause], 'en')).toEqual([
      [text('One. '), pause],
      [text('Two.'), pause],
    ]);
  });
  test('a note’s number stays with the sentence that it ends', () => {
    expect(splitSentences([text('One.'), note, text(' Two.'), note], 'en')).toEqual([
      [text('One.'), note, text(' ')],
      [text('Two.'), note],
    ]);
  });
  test('code ends and begins sentences, and is not looked into', () => {
    const code = (value: string): Inline => ({ type: 'code', value });
    expect(splitSentences([text('Use '), code('a. B'), text('. '), code('c'), text(' next.')], 'en')).toEqual(
      [
        [text('Use '), code('a. B'), text('. ')],
        [code('c'), text(' next.')],
      ],
    );
  });
});

const words = fc.constantFrom(
  'One. ',
  'Two? ',
  'three ',
  'Dr. ',
  '“Four.” ',
  '« Cinq ! » ',
  '6. ',
  ' ',
  'é…',
);
const inline: fc.Arbitrary<Inline> = fc.letrec<{ one: Inline }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3 },
    words.map(text),
    fc.constant(note),
    fc.constant<Inline>({ type: 'break' }),
    words.map((value): Inline => ({ type: 'code', value })),
    fc.array(tie('one'), { minLength: 1, maxLength: 3 }).map((children) => em(...children)),
    words.map((value) => link(text(value))),
  ),
})).one;

test('nothing is lost and nothing moves', () => {
  fc.assert(
    fc.property(fc.array(inline, { maxLength: 12 }), (inlines) => {
      const pieces = splitSentences(inlines, 'en');
      expect(pieces.map(inlineText).join('')).toBe(inlineText(inlines));
      expect(JSON.stringify(pieces).split('"note"').length).toBe(
        JSON.stringify(inlines).split('"note"').length,
      );
      for (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
    }),
  );
});

test('a paragraph as long as a book takes its length, not its square', () => {
  const seconds = (repeat: number): number => {
    const long = Array.from({ length: repeat }, () => [
      text('This is a '),
      em(text('sentence. And')),
      link(text('one. More')),
      text(' so. '),
    ]).flat();
    const begin = performance.now();
    expect(splitSentences(long, 'en').length).toBeGreaterThan(repeat);
    return (performance.now() - begin) / 1000;
  };
  seconds(500);
  const [short, long] = [seconds(2000), seconds(16_000)];
  // Eight times as long: eight times the work, and not sixty-four.
  expect(long / short).toBeLessThan(32);
});
