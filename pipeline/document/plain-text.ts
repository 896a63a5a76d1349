import type { Block, Inline, Passage } from './model.ts';

/** The words of inlines as they are seen: notes' numbers left out, images as their alternatives, breaks as spaces. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'break':
      return ' ';
    case 'image':
      return inline.alt;
    case 'math':
      return inline.linear;
    case 'note':
    case 'pause':
    case 'page':
    case 'index':
      return '';
    default:
      return inlineText(inline.children);
  }
}

export function passageText(passage: Passage): string {
  return passage.sentences
    .map(({ children }) => inlineText(children))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All words below some blocks, in reading order, with a space between blocks. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(' ');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return passageText(block);
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join(' ');
    case 'quotation':
      return [blocksText(block.blocks), block.attribution ? passageText(block.attribution) : '']
        .join(' ')
        .trim();
    case 'figure':
      return [
        ...block.images.map(({ alt }) => alt),
        blocksText(block.caption ?? []),
        blocksText(block.description?.blocks ?? []),
      ]
        .join(' ')
        .trim();
    case 'table':
      return [...block.head, ...block.body]
        .flatMap((row) => row.cells.map((cell) => blocksText(cell.blocks)))
        .join(' ');
    case 'code':
      return block.value;
    case 'math':
      return block.linear;
    case 'break':
    case 'pause':
    case 'page':
      return '';
    case 'aside':
      return [block.label ? passageText(block.label) : '', blocksText(block.blocks)].join(' ').trim();
    case 'poem':
      return [
        block.title ? passageText(block.title) : '',
        blocksText(block.blocks),
        block.attribution ? passageText(block.attribution) : '',
      ]
        .join(' ')
        .trim();
    case 'stanza':
      return block.lines.map(passageText).join(' ');
    case 'notes':
      return block.notes.map((note) => blocksText(note.blocks)).join(' ');
    case 'group':
      return blocksText(block.blocks);
  }
}
