import { x } from '../../xml/x.ts';
import type { Poem, Stanza } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitPassage } from './passage.ts';

export function emitPoem(poem: Poem, context: EmitContext): Xml {
  const { id, title, blocks, attribution } = poem;
  return x(
    'div',
    {
      id,
      class: 'poem',
      role: title && 'group',
      'aria-labelledby': title?.id,
      ...localAttributes(poem),
    },
    title ? emitPassage('p', title, context, { class: 'poem-title' }) : null,
    ...context.blocks(blocks),
    attribution ? emitPassage('p', attribution, context, { class: 'attribution' }) : null,
  );
}

/** The line breaks are there for readers that leave the style sheet out; with it a line too long for the page hangs. */
export function emitStanza(stanza: Stanza, context: EmitContext): Xml {
  const lines = stanza.lines.flatMap((line, index): readonly Xml[] => [
    ...(index > 0 ? [x('br', {})] : []),
    emitPassage('span', line, context, { class: 'line' }),
  ]);
  return x('p', { id: stanza.id, class: 'stanza', ...localAttributes(stanza) }, ...lines);
}
