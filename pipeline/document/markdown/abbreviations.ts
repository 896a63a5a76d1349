import type { Element, ElementContent, Root as HtmlRoot, Text } from 'hast';
import type { Root } from 'mdast';
import { isBlock } from '../from-html/html.ts';

/** What abbreviations stand for, by their letters. */
export type Abbreviations = Readonly<Record<string, string>>;

const definition = /^\*\[([^\]\n]+)\]:[ \t]*(.+?)[ \t]*$/;

/** Takes `*[HTML]: HyperText Markup Language` out of a text: paragraphs of such lines alone. */
export function takeAbbreviations(root: Root, source: string): Abbreviations {
  const found = new Map<string, string>();
  root.children = root.children.filter((node) => {
    if (node.type !== 'paragraph' || !node.position) return true;
    const { start, end } = node.position;
    const lines = source
      .slice(start.offset, end.offset)
      .split(/\r?\n/)
      .map((line) => definition.exec(line.trim()));
    if (lines.some((line) => line === null)) return true;
    for (const line of lines) {
      const [, letters = '', words = ''] = line ?? [];
      if (!found.has(letters.trim())) found.set(letters.trim(), words);
    }
    return false;
  });
  return Object.fromEntries(found);
}

/** Where words are names or other signs, and where the author says how they are spoken, nothing is an abbreviation. */
const untouched = new Set(['abbr', 'code', 'pre', 'kbd', 'samp', 'var', 'math', 'svg']);
/** A heading is a line of the contents too, and a table's header is said before every cell: they stay short. */
const brief = /^(?:h[1-6]|table)$/;

/**
 * Gives each abbreviation its words: to the eye as `abbr title`, to the ear behind the first one of the text, unless the text
 * has said them before.
 */
export function markAbbreviations(tree: HtmlRoot, abbreviations: Abbreviations): void {
  const names = Object.keys(abbreviations).filter((name) => name !== '');
  if (names.length === 0) return;
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const known = new Set<string>();
  let before = '';
  /** The abbreviation whose words were said last, until it is known whether the sentence goes on. */
  let open: Element | undefined;

  const markIn = (parent: HtmlRoot | Element, isBrief: boolean): void => {
    parent.children = parent.children.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return inText(node, isBrief);
      if (node.type === 'element' && !untouched.has(node.tagName)) {
        const isSaid = /^(?:say|ph)$/.test(String(node.properties['dataLectern']));
        if (isBlock(node)) open = undefined;
        if (!isSaid) markIn(node, isBrief || brief.test(node.tagName));
      }
      return [node as ElementContent];
    });
  };

  const close = (next: string): void => {
    if (open && /^\s*[\p{L}\p{N}]/u.test(next))
      open.properties['dataLabel'] = `${String(open.properties['dataLabel'])},`;
    if (next.trim() !== '') open = undefined;
  };

  const inText = (node: Text, isBrief: boolean): ElementContent[] => {
    close(node.value);
    const parts: ElementContent[] = [];
    let reached = 0;
    for (const { 0: name, index } of node.value.matchAll(any)) {
      const words = abbreviations[name] ?? '';
      if (index > reached) parts.push({ ...node, value: node.value.slice(reached, index) });
      before += node.value.slice(reached, index);
      reached = index + name.length;
      const isFirst = !isBrief && !known.has(name) && !says(before, words);
      if (!isBrief) known.add(name);
      const element: Element = {
        type: 'element',
        tagName: 'abbr',
        properties: { title: words, ...(isFirst && { dataLectern: 'say', dataLabel: `${name}, ${words}` }) },
        children: [{ ...node, value: name }],
        ...(node.position && { position: node.position }),
      };
      parts.push(element);
      if (isFirst) open = element;
      close(node.value.slice(reached));
    }
    before += node.value.slice(reached);
    if (reached === 0) return [node];
    if (reached < node.value.length) parts.push({ ...node, value: node.value.slice(reached) });
    return parts;
  };

  markIn(tree, false);
}

function says(text: string, words: string): boolean {
  return text.replace(/\s+/gu, ' ').toLowerCase().includes(words.toLowerCase());
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
