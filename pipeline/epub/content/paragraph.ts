import type { Heading, Paragraph } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import type { EmitContext } from './context.ts';
import { emitPassage } from './passage.ts';

/** Headings alone give the outline; nested sections would add landmarks and no meaning. */
export function emitHeading(heading: Heading, context: EmitContext): Xml {
  return emitPassage(`h${heading.rank}`, heading, context);
}

/** The only text of an item, a cell or a caption needs no paragraph; an element still carries its id. */
export function emitParagraph(paragraph: Paragraph, context: EmitContext): Xml {
  if (paragraph.bare) return emitPassage('span', paragraph, context);
  const subtitle = paragraph.role === 'subtitle' && { 'epub:type': 'subtitle', role: 'doc-subtitle' };
  return emitPassage('p', paragraph, context, { class: paragraph.role, ...subtitle });
}
