import type { Block, Inline, Passage, Row } from './model.ts';

/** What becomes of an inline: itself or others in its place; undefined leaves it and goes on below it. */
export type InlineChange = (inline: Inline) => readonly Inline[] | undefined;

/** The same inlines with some changed, at any depth. */
export function mapInlines(inlines: readonly Inline[], change: InlineChange): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    const changed = change(inline);
    if (changed) return changed;
    if (inline.type === 'mark' || inline.type === 'link')
      return [{ ...inline, children: mapInlines(inline.children, change) }];
    return [inline];
  });
}

/** The same blocks with some inlines changed. Images of figures are not inlines: `changeFigure` sees to those. */
export function mapBlocks(
  blocks: readonly Block[],
  change: InlineChange,
  changeFigure: (figure: Extract<Block, { type: 'figure' }>) => readonly Block[],
): readonly Block[] {
  const passage = <P extends Passage>(one: P): P => ({
    ...one,
    sentences: one.sentences.map((sentence) => ({
      ...sentence,
      children: mapInlines(sentence.children, change),
    })),
  });
  const all = (some: readonly Block[]): readonly Block[] => mapBlocks(some, change, changeFigure);
  const row = (one: Row): Row => ({
    ...one,
    cells: one.cells.map((cell) => ({ ...cell, blocks: all(cell.blocks) })),
  });
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [passage(block)];
      case 'list':
        return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: all(item.blocks) })) }];
      case 'quotation':
        return [
          {
            ...block,
            blocks: all(block.blocks),
            ...(block.attribution && { attribution: passage(block.attribution) }),
          },
        ];
      case 'figure':
        return changeFigure({
          ...block,
          ...(block.caption && { caption: all(block.caption) }),
          credits: block.credits.map(passage),
          ...(block.description && {
            description: {
              ...block.description,
              label: passage(block.description.label),
              blocks: all(block.description.blocks),
            },
          }),
        });
      case 'table':
        return [
          {
            ...block,
            ...(block.caption && { caption: all(block.caption) }),
            head: block.head.map(row),
            body: block.body.map(row),
          },
        ];
      case 'group':
        return [{ ...block, blocks: all(block.blocks) }];
      case 'aside':
        return [{ ...block, ...(block.label && { label: passage(block.label) }), blocks: all(block.blocks) }];
      case 'poem':
        return [
          {
            ...block,
            ...(block.title && { title: passage(block.title) }),
            blocks: all(block.blocks),
            ...(block.attribution && { attribution: passage(block.attribution) }),
          },
        ];
      case 'notes':
        return [{ ...block, notes: block.notes.map((note) => ({ ...note, blocks: all(note.blocks) })) }];
      case 'stanza':
        return [{ ...block, lines: block.lines.map(passage) }];
      case 'code':
      case 'math':
      case 'break':
      case 'pause':
      case 'page':
        return [block];
    }
  });
}
