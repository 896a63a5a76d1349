import { noteNumberId } from '../../derived-ids.ts';
import { x } from '../xml/x.ts';
import type { Note } from '../../document/model.ts';
import type { Xml } from '../xml/serialise.ts';
import type { EmitContext } from './context.ts';

/** The notes of a chapter, at its end: readers that know notes show them where they are referred to. */
export function emitNotes(
  notes: readonly Note[],
  hrefOf: (reference: string) => string,
  context: EmitContext,
): readonly Xml[] {
  if (notes.length === 0) return [];
  const attributes = {
    class: 'notes',
    'epub:type': 'footnotes',
    role: 'doc-endnotes',
    'aria-label': context.words.notes,
  };
  return [x('section', attributes, ...notes.map((note) => emitNote(note, hrefOf, context)))];
}

function emitNote(
  { id, number, references, blocks }: Note,
  hrefOf: (reference: string) => string,
  context: EmitContext,
): Xml {
  const backLinks = references.map((reference, index) => {
    const label = context.words.backToText(number, references.length > 1 ? index + 1 : undefined);
    return x('a', { href: hrefOf(reference), role: 'doc-backlink', 'aria-label': label }, backArrow);
  });
  return x(
    'aside',
    { id, 'epub:type': 'footnote', role: 'doc-footnote' },
    x('p', { id: noteNumberId(id), class: 'note-number' }, number),
    x('div', { class: 'note-text' }, ...context.blocks(blocks)),
    backLinks.length > 0 ? x('p', { class: 'note-back' }, ...backLinks) : null,
  );
}

/** The variation selector keeps it a character of the text, not a coloured picture. */
const backArrow = '\u21A9\uFE0E';
