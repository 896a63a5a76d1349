import type { Element } from 'xast';
import { x } from '../xml/x.ts';
import type { Book } from '../../document/model.ts';
import { wordsOf } from '../words.ts';
import { featuresOf } from './features.ts';

/**
 * EPUB Accessibility 1.1, 2.2: what the book can claim of itself, from what is in it. Conformance is not claimed:
 * that is a person's word, not a program's.
 */
export function accessibilityElements(book: Book, hasCover: boolean): readonly Element[] {
  const { headings, images, descriptions, motion } = featuresOf(book);
  const visual = images || hasCover;
  const features = [
    'ARIA',
    ...(visual ? ['alternativeText'] : []),
    'displayTransformability',
    ...(descriptions ? ['longDescription'] : []),
    'readingOrder',
    ...(headings ? ['structuralNavigation'] : []),
    'tableOfContents',
    'unlocked',
  ];
  const { words, language } = wordsOf(book.language);
  return [
    ...['textual', ...(visual ? ['visual'] : [])].map((mode) => schema('accessMode', mode)),
    ...['textual', ...(visual ? ['textual,visual'] : [])].map((modes) =>
      schema('accessModeSufficient', modes),
    ),
    ...features.map((feature) => schema('accessibilityFeature', feature)),
    schema('accessibilityHazard', motion ? 'unknown' : 'none'),
    x(
      'meta',
      { property: 'schema:accessibilitySummary', 'xml:lang': language },
      words.summary({ images: visual, descriptions }),
    ),
  ];
}

function schema(property: string, value: string): Element {
  return x('meta', { property: `schema:${property}` }, value);
}
