import type { Book } from '../../document/model.ts';
import { nodesOf } from '../walk.ts';

/** What of a book matters to those who choose it by what they can perceive. */
export type Features = {
  readonly headings: boolean;
  /** Images that say something: those with a text alternative. */
  readonly images: boolean;
  /** Extended descriptions. */
  readonly descriptions: boolean;
  /** Images of a kind that can move, so that no one can promise there is no flashing. */
  readonly motion: boolean;
  /** Marks where pages of a print edition begin. */
  readonly pages: boolean;
  /** Formulas, each with its text alternative. */
  readonly math: boolean;
};

export function featuresOf(book: Book): Features {
  const nodes = book.chapters.flatMap((chapter) => [...nodesOf(chapter)]);
  return {
    pages: nodes.some((node) => node.type === 'page'),
    math: nodes.some(({ type }) => type === 'math'),
    headings: nodes.some((node) => node.type === 'heading'),
    images: nodes.some((node) => node.type === 'image' && node.alt !== ''),
    descriptions: nodes.some((node) => node.type === 'figure' && node.description !== undefined),
    motion: book.images.some(({ mediaType }) => mediaType === 'image/gif' || mediaType === 'image/webp'),
  };
}
