import { noteNumberId } from '../../derived-ids.ts';
import { x } from '../../xml/x.ts';
import type { Note, NoteList } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import type { EmitContext } from './context.ts';

/** The notes of a chapter, at its end: readers that know notes show them where they are referred to. */
export function emitNotes(notes: readonly Note[], context: EmitContext): readonly Xml[] {
  if (notes.length === 0) return [];
  const attributes = {
    class: 'notes',
    'epub:type': 'footnotes',
    role: 'doc-endnotes',
    'aria-label': context.words.notes,
  };
  return [x('section', attributes, ...notes.map((note) => emitNote(note, context)))];
}

/**
 * Where the notes of the book stand together they are a list: `doc-endnote` is deprecated for it (DPUB-ARIA 1.1, doc-endnote), since
 * an item of a list in `doc-endnotes` says what it is.
 */
export function emitEndnotes({ id, notes }: NoteList, context: EmitContext): Xml {
  return x(
    'ol',
    { id, class: 'note-list' },
    ...notes.map((note) => x('li', { id: note.id, 'epub:type': 'endnote' }, ...contentOf(note, context))),
  );
}

function emitNote(note: Note, context: EmitContext): Xml {
  const attributes = { id: note.id, 'epub:type': 'footnote', role: 'doc-footnote' };
  return x('aside', attributes, ...contentOf(note, context));
}

function contentOf({ id, number, references, blocks }: Note, context: EmitContext): readonly (Xml | null)[] {
  const backLinks = references.map((reference, index) => {
    const label = context.words.backToText(number, references.length > 1 ? index + 1 : undefined);
    return x(
      'a',
      { href: context.hrefToReference(reference), role: 'doc-backlink', 'aria-label': label },
      backArrow,
    );
  });
  return [
    x('p', { id: noteNumberId(id), class: 'note-number' }, number),
    x('div', { class: 'note-text' }, ...context.blocks(blocks)),
    backLinks.length > 0 ? x('p', { class: 'note-back' }, ...backLinks) : null,
  ];
}

/** The variation selector keeps it a character of the text, not a coloured picture. */
const backArrow = '\u21A9\uFE0E';
