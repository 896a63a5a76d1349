import { noteNumberId, taskBoxId } from '../../derived-ids.ts';
import type { Block, Chapter, Figure, Note, Passage, Table } from '../../document/model.ts';

/**
 * What of a page may be voiced, in the order of its text: elements, and groups of them that a reader may skip or leave
 * (`type`, of EPUB Structural Semantics).
 */
export type Voiced =
  | { readonly id: string }
  | { readonly id: string; readonly type?: string; readonly inside: readonly Voiced[] };

/** A chapter's text, then its notes: as the page shows them, whatever the order in which they are heard. */
export function voicedOf({ blocks, notes }: Chapter): readonly Voiced[] {
  return [...inBlocks(blocks), ...inNotes(notes, 'footnote')];
}

function inNotes(notes: readonly Note[], type: 'footnote' | 'endnote'): readonly Voiced[] {
  return notes.map(({ id, blocks }) => ({
    id,
    type,
    inside: [{ id: noteNumberId(id) }, ...inBlocks(blocks)],
  }));
}

/** The place of each element in the order of its page. */
export function orderOf(voiced: readonly Voiced[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const enter = (nodes: readonly Voiced[]): void => {
    for (const node of nodes) {
      if (!order.has(node.id)) order.set(node.id, order.size);
      if ('inside' in node) enter(node.inside);
    }
  };
  enter(voiced);
  return order;
}

function inBlocks(blocks: readonly Block[]): readonly Voiced[] {
  return blocks.flatMap(inBlock);
}

function inBlock(block: Block): readonly Voiced[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inPassage(block);
    case 'list':
      return [
        {
          id: block.id,
          type: 'list',
          inside: block.items.map(({ id, checked, blocks }): Voiced => ({
            id,
            type: 'list-item',
            inside: [...(checked === undefined ? [] : [{ id: taskBoxId(id) }]), ...inBlocks(blocks)],
          })),
        },
      ];
    case 'quotation':
      return [...inBlocks(block.blocks), ...(block.attribution ? inPassage(block.attribution) : [])];
    case 'figure':
      return inFigure(block);
    case 'table':
      return [inTable(block)];
    case 'code':
    case 'math':
      return [{ id: block.id }];
    case 'group':
      return block.tag === 'aside'
        ? [{ id: block.id, type: 'aside', inside: inBlocks(block.blocks) }]
        : inBlocks(block.blocks);
    case 'break':
    case 'pause':
    case 'page':
      return [];
    case 'aside':
      return [
        {
          id: block.id,
          type: 'aside',
          inside: [...(block.label ? inPassage(block.label) : []), ...inBlocks(block.blocks)],
        },
      ];
    case 'poem':
      return [
        ...(block.title ? inPassage(block.title) : []),
        ...inBlocks(block.blocks),
        ...(block.attribution ? inPassage(block.attribution) : []),
      ];
    case 'notes':
      return inNotes(block.notes, 'endnote');
    case 'stanza':
      return block.lines.flatMap(inPassage);
  }
}

function inPassage({ sentences }: Passage): readonly Voiced[] {
  return sentences.map(({ id }) => ({ id }));
}

/** The description stands behind the figure, and is none of it. */
function inFigure({ id, images, caption, credits, description }: Figure): readonly Voiced[] {
  const figure: Voiced = {
    id,
    type: 'figure',
    inside: [
      ...images.map((image) => ({ id: image.id })),
      ...inBlocks(caption ?? []),
      ...credits.flatMap(inPassage),
    ],
  };
  return description ? [figure, ...inPassage(description.label), ...inBlocks(description.blocks)] : [figure];
}

function inTable({ id, caption, head, body }: Table): Voiced {
  return {
    id,
    type: 'table',
    inside: [
      ...inBlocks(caption ?? []),
      ...[...head, ...body].map((row): Voiced => ({
        id: row.id,
        type: 'table-row',
        inside: row.cells.map((cell): Voiced => ({
          id: cell.id,
          type: 'table-cell',
          inside: inBlocks(cell.blocks),
        })),
      })),
    ],
  };
}
