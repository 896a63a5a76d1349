/** What of a page is to be seen or, in its place, said: each text, and each text alternative. */
import type { Element, Nodes, Root } from 'xast';
import type { FindingPlace } from '../finding.ts';
import { attribute, localName, placeOf, textOf } from '../epub/xml.ts';

export type VisibleText = {
  readonly text: string;
  /** The ids of what it stands in, the nearest first. */
  readonly within: readonly string[];
  /** The nearest paragraph, cell, item or the like: texts of one belong together when they are told of. */
  readonly block: Element;
  readonly place: FindingPlace;
};

const unseen = new Set(['head', 'script', 'style', 'template', 'noscript', 'rp', 'datalist', 'audio', 'video', 'iframe']); // prettier-ignore
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark math q rb rt ruby s samp small span strong sub sup svg time tt u var wbr'.split(' '), // prettier-ignore
);

/** Text in the order of the document. What has neither letter nor digit, such as a bullet, is not said. */
export function visibleTexts(root: Root, path: string): readonly VisibleText[] {
  const found: VisibleText[] = [];
  const add = (text: string, node: Nodes, within: readonly string[], block: Element): void => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (/[\p{L}\p{N}]/u.test(words)) found.push({ text: words, within, block, place: placeOf(path, node) });
  };
  const walk = (node: Nodes, within: readonly string[], block: Element | undefined): void => {
    if (node.type === 'text' || node.type === 'cdata') {
      if (block) add(node.value, node, within, block);
    } else if (node.type === 'element') {
      if (isHidden(node)) return;
      const id = attribute(node, 'id');
      const inside = id === undefined ? within : [id, ...within];
      const own = block && inline.has(localName(node)) ? block : node;
      const whole = asOne(node);
      if (whole !== undefined) add(whole, node, inside, own);
      else for (const child of node.children) walk(child, inside, own);
    } else if (node.type === 'root') for (const child of node.children) walk(child, within, block);
  };
  walk(root, [], undefined);
  return found;
}

function isHidden(element: Element): boolean {
  return (
    unseen.has(localName(element)) ||
    element.attributes['hidden'] !== undefined ||
    element.attributes['aria-hidden'] === 'true'
  );
}

/** Pictures and formulas are said as a whole, in the words of their alternatives. */
function asOne(element: Element): string | undefined {
  const { attributes } = element;
  switch (localName(element)) {
    case 'img':
    case 'area':
      return attributes['alt'] ?? '';
    case 'math':
      return attributes['alttext'] ?? textOf(element);
    case 'svg':
      return attributes['aria-label'] ?? textOf(element);
    default:
      return undefined;
  }
}
