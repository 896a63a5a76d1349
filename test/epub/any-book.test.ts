import fc from 'fast-check';
import { fromXml } from 'xast-util-from-xml';
import { expect, test } from 'vitest';
import type { Block, Book, Inline, MarkTag } from '../../pipeline/document/model.ts';
import { chapterPage } from '../../pipeline/epub/content/chapter.ts';
import { layOut } from '../../pipeline/epub/layout.ts';
import { toXmlText } from '../../pipeline/xml/serialise.ts';
import { elementsOf, textOf } from './bind.ts';
import {
  book,
  chapter,
  figure,
  idsOf,
  image,
  imageFile,
  item,
  link,
  list,
  mark,
  paragraph,
  passage,
  row,
  table,
} from './books.ts';

const words = fc.string({ unit: 'binary', maxLength: 12 });
const tags = fc.constantFrom<MarkTag>('em', 'strong', 'sub', 'q', 'span', 'bdo', 'ruby');
const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 2 },
    words.map((value): Inline => ({ type: 'text', value })),
    words.map((value): Inline => ({ type: 'code', value })),
    fc.tuple(tags, fc.array(tie('inline'), { maxLength: 3 })).map(([tag, children]) => mark(tag, children)),
    words.map((text) => link({ chapter: 'c', id: 'c' }, text)),
    words.map((alt) => image('', 'a.png', alt)),
  ),
}));
const sentences = fc.array(fc.array(inline, { maxLength: 4 }), { minLength: 1, maxLength: 3 });
const text = sentences.map((all) => paragraph('', ...all));
const { block } = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 3 });
  return {
    block: fc.oneof(
      { maxDepth: 3 },
      text,
      words.map((value): Block => ({ type: 'code', id: '', value })),
      fc.array(blocks, { minLength: 1, maxLength: 3 }).map((items) => list('', items.map((one) => item('', one)))),
      fc.tuple(blocks, sentences).map(([said, who]): Block => ({ type: 'quotation', id: '', blocks: said, attribution: passage('', ...who) })),
      fc.tuple(words, blocks, sentences).map(([alt, caption, who]) =>
        figure('', { images: [image('', 'a.png', alt)], caption, credits: [passage('', ...who)], description: { id: '', label: passage('', 'More'), blocks: caption } })),
      fc.tuple(fc.constantFrom('note', 'tip', 'warning', 'aside'), blocks, sentences).map(([kind, inside, label]): Block => ({ type: 'aside', id: '', kind, label: passage('', ...label), blocks: inside })),
      fc.tuple(blocks, sentences).map(([inside, who]): Block => ({ type: 'poem', id: '', title: passage('', ...who), blocks: inside, attribution: passage('', ...who) })),
      fc.array(sentences, { minLength: 1, maxLength: 3 }).map((lines): Block => ({ type: 'stanza', id: '', lines: lines.map((line) => passage('', ...line)) })),
      words.map((number): Block => ({ type: 'page', id: '', number })),
      blocks.map((inside) => table('', [], [row('', { id: '', blocks: inside })], { caption: inside })),
    ),
  };
}); // prettier-ignore

/** The same book with an id of its own on everything that has one. */
function minted(whole: Book): Book {
  let count = 0;
  const mint = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((child) => mint(child, key));
    if (typeof value !== 'object' || value === null || key === 'to') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, child]) => [
        name,
        name === 'id' && child !== 'c' ? `id-${(count += 1)}` : mint(child, name),
      ]),
    );
  };
  return { ...whole, chapters: mint(whole.chapters, 'chapters') as Book['chapters'] };
}

const files = [imageFile('a.png', { sha256: '0'.repeat(64), bytes: 1 })];
const anyBook = fc
  .array(block, { maxLength: 5 })
  .map((blocks) => minted(book([chapter('c', blocks)], { images: files })));

function pageOf(whole: Book): string {
  const layout = layOut(whole);
  return whole.chapters.map((one) => chapterPage(one, whole, layout, new Map())).join('');
}

test('of any book the page is well-formed, and has every id of the model exactly once', () => {
  fc.assert(
    fc.property(anyBook, (whole) => {
      const ids = elementsOf(fromXml(pageOf(whole))).flatMap(({ attributes }) => attributes['id'] ?? []);
      const ours = ids.filter((id) => !id.endsWith('-caption'));
      expect([...ours].sort()).toEqual([...idsOf(whole)].sort());
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('of any book the page shows all words of the model, in its order', () => {
  const spoken = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(spoken).join('');
    if (typeof node !== 'object' || node === null) return '';
    const { type, value } = node as { readonly type?: string; readonly value?: string };
    if ((type === 'text' || type === 'code') && value !== undefined) return value;
    return Object.entries(node).map(([key, child]) => (key === 'title' ? '' : spoken(child))).join(''); // prettier-ignore
  };
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (blocks) => {
      const whole = minted(book([chapter('c', blocks)], { images: files }));
      const body = elementsOf(fromXml(pageOf(whole))).find(({ name }) => name === 'section');
      const shown = body ? textOf(body).replace(/\n/g, '') : '';
      expect(shown).toBe(toXmlText(spoken(whole.chapters)).replace(/\n/g, ''));
    }),
  );
});
