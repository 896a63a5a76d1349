import { x } from '../../xml/x.ts';
import type { Quotation } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitPassage } from './passage.ts';

/** Who said it is not part of what was said, so it stands outside the blockquote (HTML, 4.4.4). */
export function emitQuotation(quotation: Quotation, context: EmitContext): Xml {
  const { id, attribution } = quotation;
  const content = context.blocks(quotation.blocks);
  if (!attribution) return x('blockquote', { id, ...localAttributes(quotation) }, ...content);
  const said = x('blockquote', {}, ...content);
  const by = x('figcaption', {}, emitPassage('p', attribution, context, { class: 'attribution' }));
  return x('figure', { id, class: 'quotation', ...localAttributes(quotation) }, said, by);
}
