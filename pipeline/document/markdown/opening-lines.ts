import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * To the parser words behind the opening `$$` are about the formula, as a language is behind the opening ``` of code. Nobody means
 * them so: they are its first line.
 *
 *     $$x = 1
 *     + 2
 *     $$
 */
export function takeOpeningLines(root: Root): void {
  visit(root, (node) => {
    const formula = node as unknown as Formula;
    if (formula.type !== 'math' || !formula.meta) return;
    const value = `${formula.meta}\n${formula.value}`;
    formula.value = value;
    formula.meta = null;
    const text = formula.data?.hChildren?.[0]?.children?.[0];
    if (text) text.value = value;
  });
}

/** A block of mdast-util-math, with the HTML that it is to become. */
type Formula = {
  readonly type: string;
  meta?: string | null;
  value: string;
  readonly data?: { readonly hChildren?: readonly { readonly children?: readonly { value: string }[] }[] };
};
