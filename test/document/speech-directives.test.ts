import { describe, expect, test } from 'vitest';
import { parse } from '../../pipeline/document/parse-file.ts';
import type { ParsedText } from '../../pipeline/document/parse-text.ts';
import { blocksText } from '../../pipeline/document/plain-text.ts';
import { titleOf } from '../../pipeline/document/title-of.ts';

function read(markdown: string): ParsedText {
  return parse({ path: 'a.md', markdown, form: 'folder', language: 'en' });
}

function blocks(markdown: string) {
  return read(markdown).chapters.flatMap((chapter) => chapter.blocks);
}

describe('directives of speech', () => {
  test('leave ids as they are, since they show the same words', () => {
    const plain = blocks('Only 2/3 of Kyiv waited. It was late.');
    const spoken = blocks(
      'Only :say[2/3]{as="two thirds"} of :ph[Kyiv]{ipa="ˈkiːjɪu"} waited. :pause{1s} It was :lang[late]{en-GB}.',
    );
    const ids = (of: typeof plain): unknown =>
      of.map((block) => [block.id, block.type === 'paragraph' ? block.sentences.map(({ id }) => id) : []]);
    expect(ids(spoken)).toEqual(ids(plain));
    expect(blocksText(spoken)).toBe(blocksText(plain));
  });

  test('say the same where the text holds raw HTML, too', () => {
    const markdown =
      'A :say[2/3]{as="two thirds"}, :ph[Kyiv]{ipa="ˈkiːjɪu"}, :lang[Zeit]{de}, :pause{1s} :voice[x]{bm_george}, :plain[1914]{rules="dates"}.\n\n::pause{2s}\n\n:::voice{anna}\nWords.\n:::';
    expect(blocks(`${markdown}\n\n<section><p>B</p></section>`).slice(0, 3)).toEqual(blocks(markdown));
  });

  test('cannot be forged into what they would refuse', () => {
    const forged = [
      '<span data-lectern="pause" data-label="999"></span>',
      '<span data-lectern="ph" data-label="K7">b</span>',
      '<span data-lectern="say" data-label="…">c</span>',
      '<span data-lectern="plain" data-label="everything">d</span>',
      '<span data-lectern="voice" data-label=" ">e</span>',
    ];
    expect(blocks(`a ${forged.join('')}`)).toMatchObject([
      { sentences: [{ children: [{ type: 'text', value: 'a bcde' }] }] },
    ]);
    expect(blocks('<div data-lectern="pause" data-label="-1"></div>')).toEqual([]);
  });

  test('lose no words, even where there should be none', () => {
    expect(blocksText(blocks('A :pause[b]{1s} c.\n\n:pause[d]{1s}\n\n::pause[*e*]{seconds=1}'))).toBe(
      'A b c. d e',
    );
  });

  test('make no chapter of silence', () => {
    expect(read('::pause{seconds=1}').chapters).toEqual([]);
    expect(read('::pause{seconds=1}\n\n# One\n\nWords.').chapters.map(({ title }) => title)).toEqual(['One']);
  });

  test('are read inside what only looks like one', () => {
    expect(blocks('A :smile[of :say[2/3]{as="two thirds"}]{x=y} here.')).toMatchObject([
      {
        sentences: [
          {
            children: [
              { type: 'text', value: 'A :smile[of ' },
              { type: 'mark', speech: { say: 'two thirds' } },
              { type: 'text', value: ']{x=y} here.' },
            ],
          },
        ],
      },
    ]);
  });

  test('are not in the title of a file, whose words are whole', () => {
    expect(titleOf('# Big :pause{1.5s} :say[2/3]{as="two thirds"} news of std:vector')).toBe(
      'Big 2/3 news of std:vector',
    );
  });
});
