import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective)
  .freeze();

/** CommonMark with GitHub's tables, strikethrough, task lists, literal links and notes, and with directives. */
export function parseMarkdown(markdown: string): Root {
  return processor.parse(markdown);
}
