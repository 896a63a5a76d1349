import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../pipeline/document/parse-file.ts';

/** Every id in a value, links' targets left out. */
function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { id, to: _to, sections: _sections, ...rest } = value as Record<string, unknown>;
  return [...(typeof id === 'string' ? [id] : []), ...idsIn(Object.values(rest))];
}

function idsByBlock(markdown: string): ReadonlyMap<string, readonly string[]> {
  const { chapters } = parse({ path: 'a.md', markdown, form: 'folder', language: 'en' });
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  return new Map(blocks.map((block) => [JSON.stringify(block).replace(/"id":"[^"]*"/g, ''), idsIn(block)]));
}

const words = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/);
const paragraphs = fc.uniqueArray(
  words.map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}. Then ${text}.`),
  { minLength: 2, maxLength: 8 },
);

describe('ids', () => {
  test('an edit in one paragraph changes no id in another', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), words, (texts, at, edit) => {
        const index = at % texts.length;
        const edited = texts.map((text, i) => (i === index ? `${text} And ${edit} besides.` : text));
        expectKept(texts, edited, index);
      }),
    );
  });

  test('a paragraph that is put in changes no id of the others', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), (texts, at) => {
        const index = at % texts.length;
        const before = idsByBlock(texts.join('\n\n'));
        const after = idsByBlock(
          [...texts.slice(0, index), 'Quite new words 1.', ...texts.slice(index)].join('\n\n'),
        );
        for (const [block, ids] of before) expect(after.get(block)).toEqual(ids);
      }),
    );
  });

  test('they are unique in a file, twins included', () => {
    const block = fc.constantFrom(
      'Yes.',
      'No.',
      '- Yes.\n- Yes.',
      '> Yes.\n>\n> — No',
      '| a | a |\n|---|---|\n| Yes. | |',
      '# Yes',
      '***',
      'Yes.[^1]',
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const ids = idsIn(
          parse({
            path: 'a.md',
            markdown: [...blocks, '[^1]: Yes.'].join('\n\n'),
            form: 'file',
            language: 'en',
          }).chapters,
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('they differ between files that hold the same words', () => {
    const [one, two] = ['a.md', 'b.md'].map((path) =>
      idsIn(parse({ path, markdown: '# Same\n\nSame.', form: 'folder', language: 'en' }).chapters),
    );
    expect(one?.filter((id) => two?.includes(id))).toEqual([]);
  });

  test('they are names that XML allows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const id of idsIn(
          parse({ path: text, markdown: text, form: 'file', language: 'en' }).chapters,
        )) {
          expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
        }
      }),
    );
  });

  function expectKept(before: readonly string[], after: readonly string[], index: number): void {
    const old = idsByBlock(before.join('\n\n'));
    const now = idsByBlock(after.join('\n\n'));
    const others = [...old].filter((_, i) => i !== index);
    for (const [block, ids] of others) expect(now.get(block)).toEqual(ids);
  }
});
