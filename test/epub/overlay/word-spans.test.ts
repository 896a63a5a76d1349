import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../pipeline/document/model.ts';
import { wordSpansOf } from '../../../pipeline/epub/overlay/word-spans.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const strong = (...children: Inline[]): Inline => ({ type: 'mark', tag: 'strong', children });

/** Each word of the text as it is heard: a tenth of a second long; `said` words for a stretch of the text. */
function heard(written: string, said: readonly (readonly [stretch: string, words: number])[]) {
  let from = 0;
  let sample = 0;
  const words = said.flatMap(([stretch, count]) => {
    const begin = written.indexOf(stretch, from);
    from = begin + stretch.length;
    return Array.from({ length: count }, () => [begin, from, (sample += 100)]).flat();
  });
  return { text: written, words };
}
const found = (children: readonly Inline[], words: ReturnType<typeof heard>) =>
  wordSpansOf({ id: 's', children }, words)?.map(({ id, run, begin, end }) => {
    const runs = children.flatMap((inline) => (inline.type === 'mark' ? inline.children : [inline]));
    const own = runs[run];
    return `${id} ${own?.type === 'text' ? own.value.slice(begin, end) : '?'}`;
  });

describe('the words of a sentence', () => {
  test('are where they stand, whatever is said for them', () => {
    const children = [text('It cost  $4.5\n'), strong(text('million')), text(', he said.')];
    const words = heard('It cost $4.5 million, he said.', [['It', 1], ['cost', 1], ['$4.5', 3], ['million', 2], ['he', 1], ['said', 1]]); // prettier-ignore
    expect(found(children, words)).toEqual(['s-w1 It', 's-w2 cost', 's-w3 $4.5', 's-w4 million', 's-w5 he', 's-w6 said']); // prettier-ignore
  });

  test('of a cell begin behind the header that is said before them', () => {
    const words = heard('Crew: three men', [['Crew', 1], ['three', 1], ['men', 1]]); // prettier-ignore
    expect(found([text('three men')], words)).toEqual(['s-w1 three', 's-w2 men']);
  });

  test('have no soft hyphen between them and their sound', () => {
    const words = heard('Donaudampfer fahren', [['Donaudampfer', 1], ['fahren', 1]]); // prettier-ignore
    expect(found([text('Donau\u00ADdampfer fahren')], words)).toEqual([
      's-w1 Donau\u00ADdampfer',
      's-w2 fahren',
    ]);
  });

  test.each<[string, readonly Inline[], ReturnType<typeof heard>]>([
    ['a word is split', [text('un'), strong(text('usual'))], heard('unusual', [['unusual', 1]])],
    ['a word is not heard', [text('one two')], heard('one two', [['one', 1]])],
    ['a picture is among them', [text('a '), { type: 'image', id: 'i', path: 'p', alt: 'b' }], heard('a b', [['a', 1], ['b', 1]])],
    ['a note is referred to', [text('a'), { type: 'note', id: 'r', note: 'n', chapter: 'c', number: '1' }], heard('a', [['a', 1]])],
    ['other words were heard', [text('one two')], heard('eins zwei', [['eins', 1], ['zwei', 1]])],
    ['nothing is', [text('…')], heard('…', [])],
  ])('are marked as a whole where %s', (_, children, words) => {
    expect(found(children, words)).toBeUndefined();
  }); // prettier-ignore
});
