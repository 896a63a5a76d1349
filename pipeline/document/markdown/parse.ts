import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MathSyntax } from '../math/load-math.ts';
import { neededFor, withoutCostly, type Costly } from './syntax-needed.ts';

type MarkdownParser = { readonly parse: (markdown: string) => Root };

const withoutMath = new Map<string, MarkdownParser>();
/** For each syntax of mathematics; there is but one, once it is loaded. */
const withMath = new WeakMap<MathSyntax, Map<string, MarkdownParser>>();

function makeParser(needed: ReadonlySet<Costly>, syntax: MathSyntax | undefined): MarkdownParser {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(withoutCostly, needed)
    .use(remarkDirective);
  if (!syntax) return processor.freeze();
  const made = processor.use(syntax, { singleDollarTextMath: false }).freeze();
  return { parse: (markdown) => made.parse(markdown) };
}

function parsersWith(syntax: MathSyntax | undefined): Map<string, MarkdownParser> {
  if (!syntax) return withoutMath;
  const known = withMath.get(syntax) ?? new Map<string, MarkdownParser>();
  withMath.set(syntax, known);
  return known;
}

/** CommonMark with GitHub's tables, strikethrough, task lists, literal links and notes, and with directives. */
export function parseMarkdown(markdown: string, syntax?: MathSyntax): Root {
  const needed = neededFor(markdown);
  const parsers = parsersWith(syntax);
  const key = [...needed].join();
  const parser = parsers.get(key) ?? makeParser(needed, syntax);
  parsers.set(key, parser);
  return parser.parse(markdown);
}
