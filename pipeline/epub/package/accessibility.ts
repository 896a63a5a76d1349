import type { Element } from 'xast';
import { x } from '../../xml/x.ts';
import type { Book } from '../../document/model.ts';
import { wordsOf } from '../words.ts';
import { featuresOf } from './features.ts';

export type Spoken = {
  /** Whether all of the book is read aloud in step with its text. */
  readonly readAloud?: boolean;
  /** Whether a person vouches for its conformance, so that the summary need not say that nobody does. */
  readonly claimed?: boolean;
};

/** EPUB Accessibility 1.1, 2.2: what the book can claim of itself, from what is in it. */
export function accessibilityElements(
  book: Book,
  hasCover: boolean,
  { readAloud = false, claimed = false }: Spoken = {},
): readonly Element[] {
  const { headings, images, descriptions, motion, pages, math } = featuresOf(book);
  const visual = images || hasCover;
  /** What the book has of what schema.org knows (w3.org/community/reports/publishingcg/CG-FINAL-a11y-discov-vocab-20241209). */
  const features: Readonly<Record<string, boolean>> = {
    ARIA: true,
    MathML: math,
    alternativeText: visual,
    describedMath: math,
    displayTransformability: true,
    index: book.chapters.some(({ kind }) => kind === 'index'),
    longDescription: descriptions,
    pageBreakMarkers: pages,
    pageNavigation: pages,
    readingOrder: true,
    structuralNavigation: headings,
    synchronizedAudioText: readAloud,
    tableOfContents: true,
    unlocked: true,
  };
  // A book that is read aloud holds nothing that only the ear can take in: it has no mode "auditory".
  const modes = { textual: true, visual };
  const sufficient = { textual: true, auditory: readAloud, 'textual,visual': visual };
  const { words, language } = wordsOf(book.language);
  return [
    ...schemas('accessMode', modes),
    ...schemas('accessModeSufficient', sufficient),
    ...schemas('accessibilityFeature', features),
    schema('accessibilityHazard', motion ? 'unknown' : 'none'),
    x(
      'meta',
      { property: 'schema:accessibilitySummary', 'xml:lang': language },
      words.summary({ images: visual, descriptions, readAloud, claimed }),
    ),
  ];
}

function schemas(property: string, values: Readonly<Record<string, boolean>>): readonly Element[] {
  return Object.entries(values).flatMap(([value, holds]) => (holds ? [schema(property, value)] : []));
}

function schema(property: string, value: string): Element {
  return x('meta', { property: `schema:${property}` }, value);
}
