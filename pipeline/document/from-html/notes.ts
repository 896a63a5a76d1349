import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Mint } from '../mint.ts';
import type { NoteReference } from '../model.ts';

export type OpenNote = {
  readonly id: string;
  readonly chapter: string;
  readonly number: string;
  readonly references: string[];
  readonly content: readonly ElementContent[];
};

/** The notes of one file: given their numbers as they are referred to, and to the chapter that refers to them first. */
export type NoteBook = {
  /** A reference to the note, or none where there is no such note. */
  readonly refer: (label: string) => NoteReference | undefined;
  /** The notes that were first referred to since the last call, in order. */
  readonly take: () => readonly OpenNote[];
  readonly beginChapter: (id: string) => void;
};

/** Takes the definitions out of the tree. */
export function collectNotes(tree: Root, mint: Mint): NoteBook {
  const definitions = new Map<string, readonly ElementContent[]>();
  visit(tree, 'element', (element, index, parent) => {
    if (!isDefinition(element) || !parent || index === undefined) return undefined;
    const label = String(element.properties['dataLabel']);
    if (!definitions.has(label)) definitions.set(label, element.children);
    parent.children.splice(index, 1);
    return index;
  });
  const open = new Map<string, OpenNote>();
  let pending: OpenNote[] = [];
  let chapter = '';
  let count = 0;
  return {
    refer: (label) => {
      const content = definitions.get(label);
      if (!content) return undefined;
      let note = open.get(label);
      if (!note) {
        note = { id: mint('note', label), chapter, number: String(++count), references: [], content };
        open.set(label, note);
        pending.push(note);
      }
      const id = `${note.id}-r${note.references.length + 1}`;
      note.references.push(id);
      return { type: 'note', id, note: note.id, chapter: note.chapter, number: note.number };
    },
    take: () => {
      const taken = pending;
      pending = [];
      return taken;
    },
    beginChapter: (id) => {
      chapter = id;
      count = 0;
    },
  };
}

function isDefinition(element: Element): boolean {
  return element.properties['dataLectern'] === 'note' && typeof element.properties['dataLabel'] === 'string';
}
