import { x } from '../../xml/x.ts';
import { partsOfBook, type ChapterKind } from '../../chapter-kinds.ts';
import type { Book, Chapter } from '../../document/model.ts';
import type { Layout } from '../layout.ts';
import type { WordsOfBook } from '../overlay/words-of-book.ts';
import { wordsOf } from '../words.ts';
import type { Xml } from '../../xml/serialise.ts';
import { emitBlock } from './blocks.ts';
import type { EmitContext } from './context.ts';
import { emitNotes } from './notes.ts';
import { page } from './page.ts';

/** The kinds are those of EPUB Structural Semantics, and each has its role in DPUB-ARIA but a title page. */
function roleOf(kind: ChapterKind): string | undefined {
  return kind === 'titlepage' ? undefined : `doc-${kind}`;
}

/** An index that the author wrote without marking terms has no list of which it is known that it holds the entries (EPUB Indexes 1.0). */
function typeOf({ kind, blocks }: Chapter): string | undefined {
  const isIndex = blocks.some((block) => block.type === 'list' && block.role === 'index');
  return kind === 'index' && !isIndex ? undefined : kind;
}

/** One chapter as a content document. `chapterOf` tells where the references to its notes stand. */
export function chapterPage(
  chapter: Chapter,
  book: Book,
  layout: Layout,
  chapterOf: ReadonlyMap<string, string>,
  wordsOfSentences: WordsOfBook = new Map(),
): string {
  const { kind } = chapter;
  const part =
    partsOfBook(book.chapters.map((one) => one.kind))[book.chapters.indexOf(chapter)] ?? 'bodymatter';
  const context = contextOf(chapter, book, layout, chapterOf, wordsOfSentences);
  const heading = chapter.blocks.find((block) => block.type === 'heading' && block.rank === 1);
  const name = heading ? { 'aria-labelledby': heading.id } : { 'aria-label': chapter.title };
  const content = [...context.blocks(chapter.blocks), ...emitNotes(chapter.notes, context)];
  const section = x(
    'section',
    { id: chapter.id, class: kind, 'epub:type': typeOf(chapter), role: roleOf(kind), ...name },
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

function contextOf(
  chapter: Chapter,
  book: Book,
  layout: Layout,
  chapterOf: ReadonlyMap<string, string>,
  wordsOfSentences: WordsOfBook,
): EmitContext {
  const context: EmitContext = {
    words: wordsOf(book.language).words,
    inGlossary: chapter.kind === 'glossary',
    hrefTo: (target, id) => (target === chapter.id ? `#${id}` : `${layout.chapterHref(target)}#${id}`),
    hrefToReference: (reference) => context.hrefTo(chapterOf.get(reference) ?? chapter.id, reference),
    image: layout.image,
    wordSpans: (sentence) => wordsOfSentences.get(sentence),
    blocks: (blocks) => blocks.flatMap((block) => emitBlock(block, context)),
  };
  return context;
}
