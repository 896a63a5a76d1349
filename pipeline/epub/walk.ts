import type { Block, Chapter, Inline, Passage } from '../document/model.ts';

/** Every block and inline of a chapter with all that is inside, notes included. */
export function* nodesOf(chapter: Chapter): Generator<Block | Inline> {
  yield* inBlocks(chapter.blocks);
  for (const note of chapter.notes) yield* inBlocks(note.blocks);
}

function* inBlocks(blocks: readonly Block[]): Generator<Block | Inline> {
  for (const block of blocks) {
    yield block;
    yield* inBlock(block);
  }
}

function* inBlock(block: Block): Generator<Block | Inline> {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      yield* inPassage(block);
      return;
    case 'list':
      for (const item of block.items) yield* inBlocks(item.blocks);
      return;
    case 'quotation':
      yield* inBlocks(block.blocks);
      if (block.attribution) yield* inPassage(block.attribution);
      return;
    case 'figure':
      yield* inInlines(block.images);
      yield* inBlocks(block.caption ?? []);
      for (const credit of block.credits) yield* inPassage(credit);
      if (block.description) {
        yield* inPassage(block.description.label);
        yield* inBlocks(block.description.blocks);
      }
      return;
    case 'table':
      yield* inBlocks(block.caption ?? []);
      for (const row of [...block.head, ...block.body])
        for (const cell of row.cells) yield* inBlocks(cell.blocks);
      return;
    case 'group':
      yield* inBlocks(block.blocks);
      return;
    case 'code':
    case 'math':
    case 'break':
    case 'pause':
    case 'page':
      return;
    case 'aside':
      if (block.label) yield* inPassage(block.label);
      yield* inBlocks(block.blocks);
      return;
    case 'poem':
      if (block.title) yield* inPassage(block.title);
      yield* inBlocks(block.blocks);
      if (block.attribution) yield* inPassage(block.attribution);
      return;
    case 'notes':
      for (const note of block.notes) yield* inBlocks(note.blocks);
      return;
    case 'stanza':
      for (const line of block.lines) yield* inPassage(line);
      return;
  }
}

function* inPassage({ sentences }: Passage): Generator<Inline> {
  for (const { children } of sentences) yield* inInlines(children);
}

function* inInlines(inlines: readonly Inline[]): Generator<Inline> {
  for (const inline of inlines) {
    yield inline;
    if (inline.type === 'mark' || inline.type === 'link') yield* inInlines(inline.children);
  }
}
