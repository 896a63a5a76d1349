import { x } from '../../xml/x.ts';
import type { Passage } from '../../document/model.ts';
import type { WordSpan } from '../overlay/word-spans.ts';
import type { Xml } from '../../xml/serialise.ts';
import type { EmitContext } from './context.ts';
import { localAttributes } from './context.ts';
import { emitInlines } from './inlines.ts';

/** Every sentence is an element of its own, so that read-aloud can point at it. */
export function emitSentences({ sentences }: Passage, context: EmitContext): readonly Xml[] {
  return sentences.map(({ id, children }) => {
    const words = context.wordSpans(id);
    const inside = words === undefined ? context : { ...context, run: wordWriter(words) };
    return x('span', { id, class: 'sentence' }, ...emitInlines(children, inside));
  });
}

/** Writes the runs of one sentence, one after the other, with an element for each word. */
function wordWriter(words: readonly WordSpan[]): (value: string) => readonly Xml[] {
  let run = 0;
  return (value) => {
    const own = words.filter((word) => word.run === run);
    run++;
    const parts: Xml[] = [];
    let reached = 0;
    for (const { id, begin, end } of own) {
      if (begin > reached) parts.push({ type: 'text', value: value.slice(reached, begin) });
      parts.push(x('span', { id }, value.slice(begin, end)));
      reached = end;
    }
    if (reached < value.length) parts.push({ type: 'text', value: value.slice(reached) });
    return parts;
  };
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
