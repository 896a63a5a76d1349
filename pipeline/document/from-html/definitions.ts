import type { Element, ElementContent } from 'hast';
import { isLabel } from './aside.ts';
import { linesOf } from './lines.ts';

/**
 * `:::definitions` as the list that HTML knows; undefined where it has no term or no definition:
 *
 *     Keel              dt
 *     : The spine.      dd
 *     : A boat.         dd
 *
 * A paragraph that begins with a colon is a further definition; one that does not, and no colon in it, belongs to the
 * definition before it unless the next one begins with a colon. So do lists and whatever else stands there.
 */
export function definitionList(element: Element): Element | undefined {
  const parts: Element[] = [];
  const nodes = element.children.filter((node): node is Element => node.type === 'element' && !isLabel(node));
  nodes.forEach((node, index) => {
    const lines = node.tagName === 'p' ? linesOf(node.children) : [];
    const next = nodes[index + 1];
    const isTerms = lines.some(startsWithColon) || (next?.tagName === 'p' && startsWithColon(next.children));
    const last = parts.at(-1);
    if (lines.length > 0 && (isTerms || !last)) takeLines(lines, parts);
    else if (last?.tagName === 'dd') last.children.push(node);
    else parts.push(part('dd', [node]));
  });
  const isList = parts[0]?.tagName === 'dt' && parts.at(-1)?.tagName === 'dd';
  return isList ? { ...element, tagName: 'dl', properties: {}, children: parts } : undefined;
}

/** A line without a colon goes on with the definition before it, if there is one in the same paragraph. */
function takeLines(lines: readonly (readonly ElementContent[])[], parts: Element[]): void {
  let paragraph: Element | undefined;
  for (const line of lines) {
    if (startsWithColon(line)) {
      paragraph = part('p', withoutColon(line));
      parts.push(part('dd', [paragraph]));
    } else if (paragraph) paragraph.children.push({ type: 'text', value: '\n' }, ...line);
    else parts.push(part('dt', [part('dfn', line)]));
  }
}

function startsWithColon(line: readonly ElementContent[]): boolean {
  const [first] = line;
  return first?.type === 'text' && /^\s*:\s/.test(first.value);
}

function withoutColon([first, ...rest]: readonly ElementContent[]): readonly ElementContent[] {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(/^\s*:\s+/, '') }, ...rest] : rest;
}

function part(tagName: string, children: readonly ElementContent[]): Element {
  const [position] = children.flatMap((child) => child.position ?? []);
  return { type: 'element', tagName, properties: {}, children: [...children], ...(position && { position }) };
}
