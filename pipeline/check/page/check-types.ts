import type { Element, Root } from 'xast';
import { elementsOf, localName, placeOf } from '../epub/xml.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { deprecatedTypes, knownTypes, reservedPrefixes, typesOfElements } from './known-types.ts';

/** The types of elements, in a page or an overlay, are such that a program can know them (EPUB 3.3, C and D.1). */
export function checkTypes(root: Root, path: string): readonly Finding[] {
  const all = [...elementsOf(root)];
  const declared = new Set([...(all[0]?.attributes['epub:prefix'] ?? '').matchAll(/(\S+):\s/g)].map(([, name]) => name)); // prettier-ignore
  return all.flatMap((element) =>
    (element.attributes['epub:type'] ?? '')
      .split(/\s+/)
      .filter((type) => type !== '')
      .flatMap((type) => checkType(type, element, declared, path)),
  );
}

function checkType(
  type: string,
  element: Element,
  declared: ReadonlySet<string | undefined>,
  path: string,
): readonly Finding[] {
  const place = placeOf(path, element);
  const prefix = type.includes(':') ? type.slice(0, type.indexOf(':')) : undefined;
  if (prefix !== undefined) {
    const isKnown = declared.has(prefix) || reservedPrefixes.has(prefix);
    return isKnown ? [] : [finding('prefix-undeclared', `Nobody declares the prefix of the type “${type}”.`, place)]; // prettier-ignore
  }
  if (deprecatedTypes.has(type)) return [finding('type-unknown', `The type “${type}” is out of use.`, place)];
  if (!knownTypes.has(type)) return [finding('type-unknown', `No vocabulary has the type “${type}”.`, place)];
  const name = localName(element);
  return typesOfElements[type]?.includes(name)
    ? [finding('type-repeats-element', `The type “${type}” says what the element ${name} says.`, place)]
    : [];
}
