import type { Element, ElementContent, Nodes, RootContent } from 'hast';

/** All text below a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

export function isElement(node: RootContent | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

export function isBlank(node: RootContent): boolean {
  return node.type === 'text' ? !/\S/.test(node.value) : node.type !== 'element';
}

const blockNames = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr table caption thead tbody tfoot tr th td figure figcaption div section article aside header footer main address details summary'.split(' '),
); // prettier-ignore

/** Whether a node is a block, or an inline element around blocks (`<del>` around paragraphs). */
export function isBlock(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  return blockNames.has(node.tagName) || node.children.some(isBlock);
}

/** The images of a paragraph that holds images and nothing else. */
export function imagesAlone(children: readonly ElementContent[]): readonly Element[] | undefined {
  const images: Element[] = [];
  for (const child of children) {
    if (isElement(child, 'img') && child.properties['src']) images.push(child);
    else if (!isBlank(child) && !isElement(child, 'br')) return undefined;
  }
  return images.length > 0 ? images : undefined;
}

/** The text of an attribute; empty where it has none. */
export function attributeOf(element: Element, name: string): string {
  const value = element.properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
