import type { Element, Root } from 'xast';
import type { FindingPlace } from '../finding.ts';
import { resolveAddress } from './addresses.ts';
import { attribute, childElements, elementsOf, localName, placeOf, textOf } from './xml.ts';

export type ManifestItem = {
  readonly id: string;
  /** In the archive. */
  readonly path: string;
  readonly mediaType: string;
  /** `nav`, `mathml` and the like. */
  readonly properties: readonly string[];
  /** The id of its overlay. */
  readonly overlay?: string;
  readonly place: FindingPlace;
};

export type Meta = {
  readonly property: string;
  /** The id that it says something of, without its #. */
  readonly refines?: string;
  readonly value: string;
  readonly place: FindingPlace;
};

/** What the checks read of a package document (EPUB 3.3, 5). */
export type PackageDocument = {
  readonly path: string;
  readonly version: string;
  readonly items: readonly ManifestItem[];
  /** Items in the order of reading. */
  readonly spine: readonly ManifestItem[];
  readonly metas: readonly Meta[];
};

export function readPackage(root: Root, path: string): PackageDocument {
  const all = [...elementsOf(root)];
  const items = all
    .filter((element) => localName(element) === 'item')
    .flatMap((element) => itemOf(element, path));
  const byId = new Map(items.map((item) => [item.id, item]));
  const top = childElements(root)[0];
  return {
    path,
    version: (top && attribute(top, 'version')) ?? '',
    items,
    spine: all
      .filter((element) => localName(element) === 'itemref')
      .flatMap((element) => byId.get(attribute(element, 'idref') ?? '') ?? []),
    metas: all
      .filter((element) => localName(element) === 'meta')
      .flatMap((element): readonly Meta[] => {
        const property = attribute(element, 'property');
        if (property === undefined) return [];
        const refines = attribute(element, 'refines')?.replace(/^#/, '');
        const value = textOf(element).trim();
        return [
          { property, value, place: placeOf(path, element), ...(refines !== undefined && { refines }) },
        ];
      }),
  };
}

/** Items without id, address or media type are others' to tell: both EPUBChecks do. */
function itemOf(element: Element, path: string): readonly ManifestItem[] {
  const [id, href, mediaType] = ['id', 'href', 'media-type'].map((name) => attribute(element, name));
  const address = href === undefined ? undefined : resolveAddress(href, path);
  if (id === undefined || mediaType === undefined || !address) return [];
  const overlay = attribute(element, 'media-overlay');
  return [
    {
      id,
      path: address.path,
      mediaType,
      properties: (attribute(element, 'properties') ?? '').split(/\s+/).filter((one) => one !== ''),
      place: placeOf(path, element),
      ...(overlay !== undefined && { overlay }),
    },
  ];
}
