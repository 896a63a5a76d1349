import { x } from '../xml/x.ts';
import type { Book, Chapter, ChapterKind } from '../../document/model.ts';
import type { Layout } from '../layout.ts';
import { wordsOf } from '../words.ts';
import type { Xml } from '../xml/serialise.ts';
import { emitBlock } from './blocks.ts';
import type { EmitContext } from './context.ts';
import { emitNotes } from './notes.ts';
import { page, type Page } from './page.ts';

type Kind = { readonly part: Page['part']; readonly type: string; readonly role?: string };

/** EPUB Structural Semantics beside their DPUB-ARIA roles; a title page has none. */
const kinds: Readonly<Record<ChapterKind, Kind>> = {
  titlepage: { part: 'frontmatter', type: 'titlepage' },
  chapter: { part: 'bodymatter', type: 'chapter', role: 'doc-chapter' },
  credits: { part: 'backmatter', type: 'credits', role: 'doc-credits' },
};

/** One chapter as a content document. `chapterOf` tells where the references to its notes stand. */
export function chapterPage(
  chapter: Chapter,
  book: Book,
  layout: Layout,
  chapterOf: ReadonlyMap<string, string>,
): string {
  const { part, type, role } = kinds[chapter.kind];
  const context = contextOf(chapter, book, layout);
  const heading = chapter.blocks.find((block) => block.type === 'heading' && block.rank === 1);
  const name = heading ? { 'aria-labelledby': heading.id } : { 'aria-label': chapter.title };
  const hrefOf = (reference: string): string =>
    context.hrefTo(chapterOf.get(reference) ?? chapter.id, reference);
  const content = [...context.blocks(chapter.blocks), ...emitNotes(chapter.notes, hrefOf, context)];
  const section = x(
    'section',
    { id: chapter.id, class: type, 'epub:type': type, role, ...name },
    ...content.flatMap((node): (Xml | string)[] => ['\n', node]),
    '\n',
  );
  return page({
    title: chapter.title,
    language: book.language,
    direction: book.direction,
    part,
    content: [section],
  });
}

function contextOf(chapter: Chapter, book: Book, layout: Layout): EmitContext {
  const context: EmitContext = {
    words: wordsOf(book.language).words,
    hrefTo: (target, id) => (target === chapter.id ? `#${id}` : `${layout.chapterHref(target)}#${id}`),
    image: layout.image,
    blocks: (blocks) => blocks.flatMap((block) => emitBlock(block, context)),
  };
  return context;
}
