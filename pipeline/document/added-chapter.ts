import { chapterKinds, type ChapterKind } from '../chapter-kinds.ts';
import { passageOfInlines } from './from-html/passage.ts';
import type { Mint } from './mint.ts';
import type { Block, Chapter } from './model.ts';

/**
 * Puts blocks that Lectern makes at the end of the author's own chapter of that kind, so that the author decides where they
 * stand and what is said before them; else into a new one at the end. Of what closes a book there, what comes later in books
 * stays behind it: an index after the notes, a colophon after both.
 *
 * @param title heads the new chapter
 */
export function withAdded(
  chapters: readonly Chapter[],
  kind: ChapterKind,
  blocks: readonly Block[],
  title: string,
  context: { readonly mint: Mint; readonly language: string },
): { readonly added: string; readonly all: readonly Chapter[] } {
  const own = chapters.find((chapter) => chapter.kind === kind);
  if (own) {
    const filled = { ...own, blocks: [...own.blocks, ...blocks] };
    return { added: own.id, all: chapters.map((chapter) => (chapter === own ? filled : chapter)) };
  }
  const id = context.mint('ch', kind);
  const heading = passageOfInlines('h', [{ type: 'text', value: title }], context);
  const chapter: Chapter = {
    id,
    kind,
    title,
    sections: [],
    blocks: [...(heading ? [{ type: 'heading', rank: 1, ...heading } as const] : []), ...blocks],
    notes: [],
  };
  const rank = chapterKinds.indexOf(kind);
  const place = chapters.findLastIndex((one) => chapterKinds.indexOf(one.kind) <= rank) + 1;
  return { added: id, all: chapters.toSpliced(place, 0, chapter) };
}
