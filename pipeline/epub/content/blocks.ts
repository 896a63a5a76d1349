import { x } from '../../xml/x.ts';
import type { Block, CodeBlock, Group } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitAside } from './aside.ts';
import { emitFigure } from './figure.ts';
import { emitList } from './list.ts';
import { emitMath } from './math.ts';
import { emitEndnotes } from './notes.ts';
import { emitPageMarker } from './page-marker.ts';
import { emitHeading, emitParagraph } from './paragraph.ts';
import { emitPoem, emitStanza } from './poem.ts';
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
    case 'math':
      return [emitMath(block, 'block')];
    case 'break':
      return [x('hr', { id: block.id })];
    case 'pause':
      return [];
    case 'page':
      return [emitPageMarker('div', block)];
    case 'aside':
      return [emitAside(block, context)];
    case 'poem':
      return [emitPoem(block, context)];
    case 'stanza':
      return [emitStanza(block, context)];
    case 'notes':
      return [emitEndnotes(block, context)];
    case 'group':
      return [emitGroup(block, context)];
  }
}

/** Code runs from left to right in a book of any direction. */
function emitCode({ id, language, value }: CodeBlock): Xml {
  return x('pre', { id, dir: 'ltr' }, x('code', { class: language && `language-${language}` }, value));
}

function emitGroup(group: Group, context: EmitContext): Xml {
  const type = context.inGlossary && group.tag === 'dd' ? 'glossdef' : undefined;
  return x(
    group.tag,
    { id: group.id, 'epub:type': type, ...localAttributes(group) },
    ...context.blocks(group.blocks),
  );
}
