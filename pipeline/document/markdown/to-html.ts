import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import type { Nodes, Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Place, Problem } from '../../problem.ts';
import type { MathSyntax } from '../math/load-math.ts';
import { markAbbreviations, takeAbbreviations, type Abbreviations } from './abbreviations.ts';
import { applyDirectives } from './directives.ts';
import { applyNotes } from './notes.ts';
import { takeOpeningLines } from './opening-lines.ts';
import { parseMarkdown } from './parse.ts';
import { sanitise } from './sanitise.ts';

const converter = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze();

export type Html = { readonly tree: HtmlRoot; readonly problems: readonly Problem[] };

/**
 * Markdown to an HTML tree that holds nothing but what the model knows. Positions are those of the source.
 * The tree is this folder's own affair: everything outside reads the model.
 */
export function markdownToHtml(
  markdown: string,
  file: string,
  abbreviations: Abbreviations = {},
  syntax?: MathSyntax,
): Html {
  const root = parseMarkdown(markdown, syntax);
  if (syntax) takeOpeningLines(root);
  const own = takeAbbreviations(root, markdown);
  const place = (node: Nodes): Place => ({
    file,
    ...(node.position && { line: node.position.start.line, column: node.position.start.column }),
  });
  const found = [...applyDirectives(root, markdown, place), ...applyNotes(root, place)];
  const withRaw = holdsRawHtml(root);
  let tree = converter.runSync(root);
  if (withRaw) {
    const safe = sanitise(raw(tree, { file: new VFile(markdown) }) as HtmlRoot, file);
    tree = safe.tree;
    found.push(...safe.problems);
  }
  markAbbreviations(tree, { ...abbreviations, ...own });
  return { tree, problems: found };
}

/** Markdown in a line: a caption in a title, a credit in an attribute. */
export function inlineMarkdownToHtml(markdown: string, syntax?: MathSyntax): HtmlRoot {
  return markdownToHtml(markdown, '', {}, syntax).tree;
}

function holdsRawHtml(root: Root): boolean {
  let found = false;
  visit(root, 'html', () => {
    found = true;
    return EXIT;
  });
  return found;
}
