/** XML as trees: the only place here where markup is written. */
import type { Element, Nodes } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { x as xast } from 'xastscript';
import { holdable } from '../holdable.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element. Attributes that are undefined and children that are null are left out; text is cleared of what XML forbids. */
export function x(
  name: string,
  attributes: Attributes,
  ...children: readonly (Element | string | null)[]
): Element {
  const held = Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'string' ? holdable(value) : value,
  ]);
  return xast(
    name,
    Object.fromEntries(held) as Attributes,
    ...children.map((child) => (typeof child === 'string' ? holdable(child) : child)),
  );
}

/** A whole document. */
export function documentXml(element: Element): string {
  return `${serialise({ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' })}\n${serialise(element)}\n`;
}

/** Elements alone, such as a piece of HTML whose elements are all closed. */
export function fragmentXml(elements: readonly Element[]): string {
  return elements.map(serialise).join('\n');
}

function serialise(node: Nodes): string {
  // "]]>" must not stand in text (XML 1.0, 2.4); no markup of ours holds it, so every one found is text.
  return toXml(node, { closeEmptyElements: true, tightClose: true }).replaceAll(']]>', ']]&gt;');
}
