import { toString } from 'mdast-util-to-string';
import { applyDirectives } from './markdown/directives.ts';
import { parseMarkdown } from './markdown/parse.ts';

/** The words of a file's first heading, if it is of level 1: what a file is called that does not say so otherwise. */
export function titleOf(markdown: string): string | undefined {
  const heading = parseMarkdown(markdown).children.find((node) => node.type === 'heading');
  // What only reads as a directive (C++ std:vector) are words, too. Its problems are told when the text is parsed.
  if (heading) applyDirectives({ type: 'root', children: [heading] }, markdown, () => ({ file: '' }));
  const words = heading?.depth === 1 ? toString(heading).replace(/\s+/g, ' ').trim() : '';
  return words === '' ? undefined : words;
}
