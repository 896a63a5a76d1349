import { withAdded } from './added-chapter.ts';
import { passageOfInlines } from './from-html/passage.ts';
import { mapBlocks, mapInlines, type InlineChange } from './map-inlines.ts';
import { createMint } from './mint.ts';
import type { Block, Chapter, Inline } from './model.ts';
import { wordsOf } from './words.ts';

/**
 * All notes of a book in one chapter, below the titles of the chapters that refer to them: in the author's own chapter of
 * that kind, or in one behind the last. References and links to what is in a note lead there.
 */
export function withBookNotes(chapters: readonly Chapter[], language: string): readonly Chapter[] {
  const noted = chapters.filter(({ notes }) => notes.length > 0);
  if (noted.length === 0) return chapters;
  const mint = createMint('notes of the book');
  const groups = noted.flatMap(({ id, title, notes }): readonly Block[] => {
    const heading = passageOfInlines('h', [{ type: 'text', value: title }], { mint, language });
    return [
      ...(heading ? [{ type: 'heading', rank: 2, ...heading } as const] : []),
      { type: 'notes', id: mint('notes', id), notes },
    ];
  });
  const without = chapters.map((chapter): Chapter => ({ ...chapter, notes: [] }));
  const { added, all } = withAdded(without, 'endnotes', groups, wordsOf(language).kinds.endnotes ?? '', {
    mint,
    language,
  });
  const moved = new Set(noted.flatMap(({ notes }) => notes.flatMap((note) => [...idsIn(note)])));
  const change: InlineChange = (inline) => movedInline(inline, added, moved, change);
  return all.map((chapter) => ({
    ...chapter,
    blocks: mapBlocks(chapter.blocks, change, (figure) => [figure]),
  }));
}

function movedInline(
  inline: Inline,
  chapter: string,
  moved: ReadonlySet<string>,
  change: InlineChange,
): readonly Inline[] | undefined {
  if (inline.type === 'note') return [{ ...inline, chapter }];
  if (inline.type !== 'link' || 'address' in inline.to || !moved.has(inline.to.id)) return undefined;
  return [{ ...inline, to: { ...inline.to, chapter }, children: mapInlines(inline.children, change) }];
}

function* idsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('id' in value && typeof value.id === 'string') yield value.id;
  for (const inner of Object.values(value)) yield* idsIn(inner);
}
