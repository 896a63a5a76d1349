/** A book of every kind of chapter, and of everything that stands beside prose: asides, verse, terms, pages of print. */
import { chapterKinds, type ChapterKind } from '../../pipeline/chapter-kinds.ts';
import type { Aside, Block, PageMarker } from '../../pipeline/document/model.ts';
import type { EpubInput } from '../../pipeline/epub/epub-input.ts';
import { bare, book, cell, chapter, figure, heading, image, imageFile, item, list, mark, metadata, paragraph, passage, row, table } from './books.ts'; // prettier-ignore
import type { MemoryBlobs } from './memory-blobs.ts';
import { png } from './pictures.ts';

const aside = (id: string, kind: Aside['kind'], label?: string): Block => ({
  type: 'aside',
  id,
  kind,
  ...(label !== undefined && { label: passage(`${id}-l`, label) }),
  blocks: [paragraph(`${id}-p`, 'Beside the text.')],
});
const page = (number: string): PageMarker => ({ type: 'page', id: `page-${number}`, number });
const group = (tag: 'dl' | 'dt' | 'dd', id: string, blocks: readonly Block[]): Block => ({ type: 'group', id, tag, blocks }); // prettier-ignore

const besides: readonly Block[] = [
  page('iv'),
  aside('a-1', 'note', 'Note'),
  aside('a-2', 'tip', 'Tip: Sooner'),
  aside('a-3', 'warning', 'Warning: Mind the gap'),
  aside('a-4', 'aside'),
  aside('a-5', 'aside', 'Of ropes'),
  paragraph('p-page', ['A page begins ', page('1'), ' here.']),
  {
    type: 'poem',
    id: 'poem-1',
    title: passage('poem-1-t', 'The Tide'),
    blocks: [
      { type: 'stanza', id: 'st-1', lines: [passage('li-1', 'The tide comes in,'), passage('li-2', ['and ', page('2'), 'out.'])] },
      page('3'),
      { type: 'stanza', id: 'st-2', lang: 'fr', lines: [passage('li-3', 'La mer.')] },
    ],
    attribution: passage('poem-1-by', 'A. Author'),
  },
  { type: 'poem', id: 'poem-2', blocks: [{ type: 'stanza', id: 'st-3', lines: [passage('li-4', 'One line')] }] },
  figure('f-1', { images: [image('img-1', 'blue.png', 'A blue square')], caption: [bare('f-1-c', 'The square')] }),
  table('t-1', [row('t-1-1', cell('t-1-1-1', 'Head', { scope: 'col' }))], [row('t-1-2', cell('t-1-2-1', 'Data'))], { caption: [bare('t-1-c', 'The table')] }),
]; // prettier-ignore

const terms = group('dl', 'dl', [
  group('dt', 'dt', [bare('dt-p', mark('dfn', 'Keel'))]),
  group('dd', 'dd', [bare('dd-p', 'The spine of a ship.')]),
]);

const entries: Block = { ...list('index', [item('index-1', [bare('index-1-p', 'Keel')])]), role: 'index' };

function blocksOf(kind: ChapterKind): readonly Block[] {
  const title = heading(1, `h-${kind}`, `The ${kind}`);
  if (kind === 'chapter') return [title, ...besides];
  if (kind === 'glossary') return [title, terms];
  if (kind === 'index') return [title, entries];
  return kind === 'dedication'
    ? [paragraph('p-dedication', 'To all.')]
    : [title, paragraph(`p-${kind}`, 'Words.')];
}

export function structuredBook(blobs: MemoryBlobs): EpubInput {
  const chapters = chapterKinds.map((kind) =>
    chapter(`c-${kind}`, blocksOf(kind), { kind, title: `The ${kind}` }),
  );
  return {
    slug: 'structured',
    book: book(chapters, {
      images: [imageFile('blue.png', blobs.put(png(32, 32)), { width: 32, height: 32 })],
      lists: [
        { kind: 'figures', entries: [{ id: 'f-1', chapter: 'c-chapter', title: 'The square' }] },
        { kind: 'tables', entries: [{ id: 't-1', chapter: 'c-chapter', title: 'The table' }] },
      ],
    }),
    metadata: metadata({ source: ['A manuscript', 'urn:isbn:9780306406157'] }),
  };
}
