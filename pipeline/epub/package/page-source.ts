import type { Element } from 'xast';
import { isbnOf } from '../../isbn.ts';
import type { Book } from '../../document/model.ts';
import type { Metadata } from '../../source/metadata.ts';
import { x } from '../../xml/x.ts';
import { featuresOf } from './features.ts';

/**
 * Which edition in print the page markers are those of: the first source that is an ISBN, or `none`
 * (EPUB Accessibility 1.1, 4.3).
 */
export function pageSourceElements(book: Book, { source }: Pick<Metadata, 'source'>): readonly Element[] {
  if (!featuresOf(book).pages) return [];
  const print = source?.find((one) => /^urn:isbn:/i.test(one) && isbnOf(one) !== undefined);
  return [x('meta', { property: 'pageBreakSource' }, print ?? 'none')];
}
