import type { Chapter } from '../model.ts';
import { passageText } from '../plain-text.ts';

/** Where in the book a mark stands, in terms that a reader knows. */
export type IndexPlace = {
  /** Of the chapter that shows it. */
  readonly chapter: string;
  readonly chapterTitle: string;
  /** Of the nearest heading before it, or of the chapter where there is none. */
  readonly section: string;
  readonly sectionTitle: string;
  /** The page of print that it is on, where pages are marked before it. */
  readonly page?: { readonly id: string; readonly number: string };
  /** The number of the note that it is in. The rest is then that of the note's first reference. */
  readonly note?: string;
};

/** The place of each mark, in reading order. A note's marks are where the text first refers to it. */
export function placesOfMarks(chapters: readonly Chapter[]): ReadonlyMap<string, IndexPlace> {
  const places = new Map<string, IndexPlace>();
  const references = new Map<string, IndexPlace>();
  let here: IndexPlace | undefined;

  for (const { id, title, blocks, notes } of chapters) {
    here = { ...here, chapter: id, chapterTitle: title, section: id, sectionTitle: title };
    visit(blocks, id);
    visitNotes(notes, id);
  }
  return places;

  /** Everything in the model is plain data, and its parts are in reading order. */
  function visit(value: unknown, chapter: string): void {
    if (Array.isArray(value)) for (const one of value) visit(one, chapter);
    if (Array.isArray(value) || typeof value !== 'object' || value === null || !here) return;
    const node = value as Node;
    switch (node.type) {
      case 'heading':
        here = { ...here, section: node.id, sectionTitle: passageText(node) || here.chapterTitle };
        break;
      case 'page':
        here = { ...here, page: { id: node.id, number: node.number } };
        return;
      case 'note':
        references.set(node.id, here);
        return;
      case 'index':
        places.set(node.id, { ...here, chapter });
        return;
      case 'notes':
        visitNotes(node.notes, chapter);
        return;
      case 'math':
        return;
      case undefined:
        break;
    }
    for (const inner of Object.values(node)) visit(inner, chapter);
  }

  function visitNotes(notes: Chapter['notes'], chapter: string): void {
    const after = here;
    for (const { number, references: ids, blocks } of notes) {
      const first = references.get(ids[0] ?? '') ?? after;
      here = first && { ...first, note: number };
      visit(blocks, chapter);
    }
    here = after;
  }
}

type Node =
  | Extract<Chapter['blocks'][number], { type: 'heading' | 'page' | 'notes' | 'math' }>
  | { readonly type: 'note' | 'index'; readonly id: string }
  | { readonly type?: undefined };
