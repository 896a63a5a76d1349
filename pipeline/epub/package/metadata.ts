import type { Element } from 'xast';
import { x } from '../../xml/x.ts';
import type { Book } from '../../document/model.ts';
import type { Metadata } from '../../source/metadata.ts';
import { accessibilityElements } from './accessibility.ts';
import { seriesElements, subjectElements } from './collection.ts';
import { conformanceElements } from './conformance.ts';
import { contributorElements } from './contributors.ts';
import { identifierElements } from './identifier.ts';
import { isDate, modifiedInstant } from './instant.ts';
import { pageSourceElements } from './page-source.ts';
import { rightsElements } from './rights.ts';

export const identifierId = 'publication-id';

export type CoverItem = { readonly id: string };

/** The metadata of the package document (EPUB 3.3, 5.5), in the order in which people read them. */
export function metadataElement(
  book: Book,
  metadata: Metadata,
  cover: CoverItem | undefined,
  readAloud: readonly Element[],
): Element {
  const { date, description, firstPublished, publisher } = metadata;
  const elements = [
    ...identifierElements(metadata, identifierId),
    ...titleElements(metadata),
    ...contributorElements(metadata.authors, metadata.contributors),
    x('dc:language', {}, book.language),
    ...(publisher === undefined ? [] : [x('dc:publisher', {}, publisher)]),
    ...(date !== undefined && isDate(date) ? [x('dc:date', {}, date)] : []),
    ...(firstPublished === undefined ? [] : [x('meta', { property: 'dcterms:issued' }, firstPublished)]),
    x('meta', { property: 'dcterms:modified' }, modifiedInstant(metadata)),
    ...(description === undefined ? [] : [x('dc:description', {}, description)]),
    ...subjectElements(metadata),
    ...seriesElements(metadata),
    ...rightsElements(metadata),
    ...accessibilityElements(book, cover !== undefined, {
      readAloud: readAloud.length > 0,
      claimed: metadata.accessibility !== undefined,
    }),
    ...pageSourceElements(book, metadata),
    ...conformanceElements(metadata.accessibility),
    ...readAloud,
    // What readers of EPUB 2 look for.
    ...(cover ? [x('meta', { name: 'cover', content: cover.id })] : []),
  ];
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    ...elements.flatMap((element) => ['\n', element]),
    '\n',
  );
}

function titleElements({ title, subtitle }: Metadata): readonly Element[] {
  const titled = (id: string, text: string, type: string, order: number): readonly Element[] => [
    x('dc:title', { id }, text),
    x('meta', { refines: `#${id}`, property: 'title-type' }, type),
    x('meta', { refines: `#${id}`, property: 'display-seq' }, String(order)),
  ];
  return [
    ...titled('title', title, 'main', 1),
    ...(subtitle === undefined ? [] : titled('subtitle', subtitle, 'subtitle', 2)),
  ];
}
