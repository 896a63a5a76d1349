import type { Element } from 'xast';
import { isbnOf } from '../../isbn.ts';
import { uuid5 } from '../../uuid5.ts';
import { x } from '../../xml/x.ts';
import type { Metadata } from '../../source/metadata.ts';

/** The namespace of identifiers that Lectern computes (RFC 9562, 6.6): it must never change. */
const namespace = 'c06a5b0e-7d2f-4c7b-9b61-3f6e2d6f1a94';

/** The author's identifier, or the ISBN, or one that stays the same as long as language, title and authors do. */
export function identifierOf(metadata: Metadata): string {
  if (metadata.identifier !== undefined) return metadata.identifier;
  const isbn = isbnOf(metadata.isbn ?? '');
  if (isbn !== undefined) return `urn:isbn:${isbn}`;
  const names = metadata.authors.map(({ name }) => name);
  return `urn:uuid:${uuid5(namespace, JSON.stringify([metadata.language, metadata.title, names]))}`;
}

/** The identifier by which the publication is known, and the ISBN beside it where that is another (EPUB 3.3, D.3.7). */
export function identifierElements(metadata: Metadata, id: string): readonly Element[] {
  const identifier = identifierOf(metadata);
  const own = /^urn:isbn:/i.test(identifier) ? isbnOf(identifier) : undefined;
  const given = isbnOf(metadata.isbn ?? '');
  const other = given === own ? undefined : given;
  return [
    x('dc:identifier', { id }, identifier),
    ...(own === undefined ? [] : [isbnType(id, own)]),
    ...(other === undefined
      ? []
      : [x('dc:identifier', { id: 'isbn' }, `urn:isbn:${other}`), isbnType('isbn', other)]),
  ];
}

/** By ONIX, code list 5: 15 is an ISBN of 13 digits, 02 one of 10. */
function isbnType(id: string, isbn: string): Element {
  const code = isbn.length === 13 ? '15' : '02';
  return x('meta', { refines: `#${id}`, property: 'identifier-type', scheme: 'onix:codelist5' }, code);
}
