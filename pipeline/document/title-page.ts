import type { Metadata } from '../source/metadata.ts';
import { passageOfInlines } from './from-html/passage.ts';
import { createMint } from './mint.ts';
import type { Block, Chapter, Paragraph } from './model.ts';
import { authorNames, listed, wordsOf } from './words.ts';

/** Title, subtitle, authors and publisher, as a chapter like any other: it is shown, and it is spoken. */
export function titlePage(metadata: Metadata): Chapter {
  const context = { mint: createMint('title page'), language: metadata.language };
  const words = wordsOf(metadata.language);
  const id = context.mint('ch', 'title page');
  const blocks: Block[] = [];
  const heading = passageOfInlines('h', [{ type: 'text', value: metadata.title }], context);
  if (heading) blocks.push({ type: 'heading', rank: 1, ...heading });
  const add = (value: string | undefined, role?: NonNullable<Paragraph['role']>): void => {
    const passage =
      value === undefined ? undefined : passageOfInlines('p', [{ type: 'text', value }], context);
    if (passage) blocks.push({ type: 'paragraph', ...passage, ...(role && { role }) });
  };
  add(metadata.subtitle, 'subtitle');
  const authors = authorNames(metadata.authors);
  if (authors.length > 0) add(words.by(listed(authors, words)), 'author');
  if (metadata.publisher !== undefined) add(words.publisher(metadata.publisher), 'publisher');
  return { id, kind: 'titlepage', title: metadata.title, sections: [], blocks, notes: [] };
}
