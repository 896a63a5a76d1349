import type { Element, ElementContent } from 'hast';

/**
 * Phrasing content by the lines in which it was written. What runs over lines is in each of them:
 *
 *     one *two⏎three* four   →   one *two*   |   *three* four
 *
 * A formula, or a term that is marked or said as one, stands in the line in which it begins.
 */
export function linesOf(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const lines: ElementContent[][] = [[]];
  const put = (node: ElementContent): void => {
    lines.at(-1)?.push(node);
  };
  for (const node of nodes) {
    if (node.type === 'text') {
      node.value.split(/\r?\n/).forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value !== '') put({ ...node, value });
      });
    } else if (node.type !== 'element') continue;
    else if (node.tagName === 'br') lines.push([]);
    else if (node.children.length > 0 && !isWhole(node)) {
      linesOf(node.children).forEach((children, index) => {
        if (index > 0) lines.push([]);
        if (children.length > 0) put({ ...node, children: [...children] });
      });
    } else put(node);
  }
  // A break in Markdown is followed by a line end of its own.
  return lines.filter((line) => line.length > 0);
}

const whole = new Set<unknown>(['say', 'ph', 'index']);

function isWhole({ tagName, properties }: Element): boolean {
  return tagName === 'code' || whole.has(properties['dataLectern']);
}
