import type { Block } from '../model.ts';

/** HTML allows no headings in header cells and captions (4.9.2, 4.9.10). */
export function withoutHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'group' || block.type === 'aside' || block.type === 'poem')
      return { ...block, blocks: withoutHeadings(block.blocks) };
    if (block.type !== 'heading') return block;
    const { rank: _rank, ...passage } = block;
    return { ...passage, type: 'paragraph' };
  });
}
