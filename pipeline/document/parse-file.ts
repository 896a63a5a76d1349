import GithubSlugger from 'github-slugger';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { accessibilityProblems } from './accessibility/find-problems.ts';
import { blocksOf } from './from-html/blocks.ts';
import { buildChapter, chapterLevel, splitChapters } from './from-html/chapters.ts';
import type { BuildContext, Use } from './from-html/context.ts';
import type { IndexTerm } from './from-html/index-mark.ts';
import { collectNotes } from './from-html/notes.ts';
import { markdownToHtml } from './markdown/to-html.ts';
import { loadMath, type MathTools } from './math/load-math.ts';
import { createMint } from './mint.ts';
import type { Chapter, Section } from './model.ts';
import type { ParsedText, TextInput } from './parse-text.ts';

export async function parseFile(input: TextInput): Promise<ParsedText> {
  return parse(input, await loadMath(input.markdown));
}

/**
 * A file of Markdown as the model.
 *
 * @param math what `loadMath` gives; without it formulas are read as code
 */
export function parse(input: TextInput, math?: MathTools): ParsedText {
  try {
    return parseWhole(input, math);
  } catch (error) {
    // Trees are walked by calls, here and in the libraries, and calls have a depth.
    if (!(error instanceof RangeError)) throw error;
    const { path } = input;
    return {
      path,
      chapters: [],
      images: [],
      links: [],
      terms: [],
      pages: [],
      anchors: [],
      problems: [problems.nestedTooDeep({ file: path })],
    };
  }
}

function parseWhole(
  { path, markdown, form, language, title, kind, abbreviations }: TextInput,
  math: MathTools | undefined,
): ParsedText {
  const { tree, problems: ofMarkdown } = markdownToHtml(markdown, path, abbreviations, math?.syntax);
  const mint = createMint(path);
  const level = chapterLevel(tree, form);
  const found: Problem[] = [...ofMarkdown, ...accessibilityProblems(path, markdown, tree, language)];
  const images: Use[] = [];
  const links: Use[] = [];
  const terms: IndexTerm[] = [];
  const pages: Use[] = [];
  const notes = collectNotes(tree, mint);
  const anchors: { name: string; chapter: string; id: string }[] = [];
  const slugger = new GithubSlugger();
  const chapters: Chapter[] = [];
  for (const [index, content] of splitChapters(tree, level).entries()) {
    const named = new Map<string, string>();
    const context: BuildContext = {
      file: path, language, bookLanguage: language, blocksOf, mint, rankOf: createRanks(level), inLink: false, notes, found, images, links, terms, pages, anchors: named,
      ...(math && { readMath: math.read, mathSyntax: math.syntax }),
    }; // prettier-ignore
    const isFirst = index === 0;
    const own = {
      ...(isFirst && title !== undefined && { title }),
      ...(kind !== undefined && (isFirst || kind !== 'part') && { kind }),
    };
    const chapter = buildChapter(content, own, context);
    if (!chapter) continue;
    chapters.push(chapter);
    const [first] = chapter.blocks;
    if (first?.type === 'heading')
      anchors.push({ name: slugger.slug(chapter.title), chapter: chapter.id, id: first.id });
    for (const section of flatten(chapter.sections))
      anchors.push({ name: slugger.slug(section.title), chapter: chapter.id, id: section.id });
    for (const [name, id] of named) anchors.push({ name, chapter: chapter.id, id });
  }
  return { path, chapters, images, links, terms, pages, anchors, problems: found };
}

/**
 * A chapter's own heading is rank 1; below it no rank is skipped, whatever levels the author chose, since a listener
 * goes from heading to heading by rank.
 */
function createRanks(chapterLevel: number): BuildContext['rankOf'] {
  let previous = 0;
  return (level) => {
    const wanted = Math.max(level - chapterLevel + 1, previous === 0 ? 1 : 2);
    previous = Math.min(Math.max(wanted, 1), previous + 1, 6);
    return previous as 1 | 2 | 3 | 4 | 5 | 6;
  };
}

function flatten(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}
