import type { Block, Book, Chapter, ListOf } from './model.ts';
import { blocksText } from './plain-text.ts';

type Entry = ListOf['entries'][number];

/** The captioned figures and tables of a book in reading order, as far as they are asked for and there are any. */
export function listsOf(chapters: readonly Chapter[], kinds: readonly ListOf['kind'][]): Pick<Book, 'lists'> {
  const lists = kinds
    .map((kind): ListOf => ({
      kind,
      entries: chapters.flatMap(({ id, blocks }) => [...entriesIn(blocks, kind, id)]),
    }))
    .filter(({ entries }) => entries.length > 0);
  return lists.length > 0 ? { lists } : {};
}

function* entriesIn(blocks: readonly Block[], kind: ListOf['kind'], chapter: string): Generator<Entry> {
  for (const block of blocks) {
    if (block.type === (kind === 'figures' ? 'figure' : 'table') && 'caption' in block) {
      const title = blocksText(block.caption ?? []);
      if (title !== '') yield { id: block.id, chapter, title };
    }
    yield* entriesIn(inside(block), kind, chapter);
  }
}

/** A table of data in a figure's description belongs to the figure. */
function inside(block: Block): readonly Block[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks);
    case 'quotation':
    case 'aside':
    case 'poem':
    case 'group':
      return block.blocks;
    default:
      return [];
  }
}
