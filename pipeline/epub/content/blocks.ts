import { x } from '../xml/x.ts';
import type { Block, CodeBlock, Group } from '../../document/model.ts';
import type { Xml } from '../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitFigure } from './figure.ts';
import { emitList } from './list.ts';
import { emitHeading, emitParagraph } from './paragraph.ts';
import { emitQuotation } from './quotation.ts';
import { emitTable } from './table.ts';

/** The one place that knows every kind of block. */
export function emitBlock(block: Block, context: EmitContext): readonly Xml[] {
  switch (block.type) {
    case 'heading':
      return [emitHeading(block, context)];
    case 'paragraph':
      return [emitParagraph(block, context)];
    case 'list':
      return [emitList(block, context)];
    case 'quotation':
      return [emitQuotation(block, context)];
    case 'figure':
      return emitFigure(block, context);
    case 'table':
      return [emitTable(block, context)];
    case 'code':
      return [emitCode(block)];
    case 'break':
      return [x('hr', { id: block.id })];
    case 'pause':
      return [];
    case 'group':
      return [emitGroup(block, context)];
  }
}

/** Code runs from left to right in a book of any direction. */
function emitCode({ id, language, value }: CodeBlock): Xml {
  return x('pre', { id, dir: 'ltr' }, x('code', { class: language && `language-${language}` }, value));
}

function emitGroup(group: Group, context: EmitContext): Xml {
  return x(group.tag, { id: group.id, ...localAttributes(group) }, ...context.blocks(group.blocks));
}
