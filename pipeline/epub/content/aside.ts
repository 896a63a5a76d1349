import { x } from '../../xml/x.ts';
import type { Aside } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';
import { emitPassage } from './passage.ts';

type Kind = { readonly element: 'aside' | 'section'; readonly type?: string; readonly role?: string };

/** HTML allows `doc-tip` on an aside, but `doc-notice` on a section only (ARIA in HTML, 4). */
const kinds: Readonly<Record<Aside['kind'], Kind>> = {
  note: { element: 'aside', role: 'note' },
  tip: { element: 'aside', type: 'tip', role: 'doc-tip' },
  warning: { element: 'section', type: 'notice', role: 'doc-notice' },
  aside: { element: 'aside', role: 'note' },
};

export function emitAside(aside: Aside, context: EmitContext): Xml {
  const { id, kind, label, blocks } = aside;
  const { element, type, role } = kinds[kind];
  return x(
    element,
    {
      id,
      class: kind === 'aside' ? 'beside' : `beside ${kind}`,
      'epub:type': type,
      role,
      'aria-labelledby': label?.id,
      ...localAttributes(aside),
    },
    label ? emitPassage('p', label, context, { class: 'beside-label' }) : null,
    ...context.blocks(blocks),
  );
}
