import { x } from '../xml/x.ts';
import type { Passage } from '../../document/model.ts';
import type { Xml } from '../xml/serialise.ts';
import type { EmitContext } from './context.ts';
import { localAttributes } from './context.ts';
import { emitInlines } from './inlines.ts';

/** Every sentence is an element of its own, so that read-aloud can point at it. */
export function emitSentences({ sentences }: Passage, context: EmitContext): readonly Xml[] {
  return sentences.map(({ id, children }) =>
    x('span', { id, class: 'sentence' }, ...emitInlines(children, context)),
  );
}

/** A passage as an element, with its id and its language. */
export function emitPassage(
  name: string,
  passage: Passage,
  context: EmitContext,
  attributes: Record<string, string | undefined> = {},
): Xml {
  return x(
    name,
    { id: passage.id, ...attributes, ...localAttributes(passage) },
    ...emitSentences(passage, context),
  );
}
