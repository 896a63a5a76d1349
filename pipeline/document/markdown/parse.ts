import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MathSyntax } from '../math/load-math.ts';

const withoutMath = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective)
  .freeze();

/** One processor for each syntax of mathematics; there is but one, once it is loaded. */
const withMath = new WeakMap<MathSyntax, { readonly parse: (markdown: string) => Root }>();

function processorWith(syntax: MathSyntax): { readonly parse: (markdown: string) => Root } {
  const known = withMath.get(syntax);
  if (known) return known;
  const made = withoutMath().use(syntax, { singleDollarTextMath: false }).freeze();
  const processor = { parse: (markdown: string): Root => made.parse(markdown) };
  withMath.set(syntax, processor);
  return processor;
}

/** CommonMark with GitHub's tables, strikethrough, task lists, literal links and notes, and with directives. */
export function parseMarkdown(markdown: string, syntax?: MathSyntax): Root {
  return (syntax ? processorWith(syntax) : withoutMath).parse(markdown);
}
