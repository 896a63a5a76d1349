import GithubSlugger from 'github-slugger';
import { z } from 'zod';
import type { AuthoredKind } from '../chapter-kinds.ts';
import { defineStage } from '../engine/define-stage.ts';
import { placeSchema, problems, problemSchema, type Problem } from '../problems.ts';
import { accessibilityProblems } from './accessibility/find-problems.ts';
import { blocksOf } from './from-html/blocks.ts';
import { buildChapter, chapterLevel, splitChapters, type Form } from './from-html/chapters.ts';
import type { BuildContext, Use } from './from-html/context.ts';
import { indexTermSchema, type IndexTerm } from './from-html/index-mark.ts';
import { collectNotes } from './from-html/notes.ts';
import type { Abbreviations } from './markdown/abbreviations.ts';
import { markdownToHtml } from './markdown/to-html.ts';
import { loadMath, type MathTools } from './math/load-math.ts';
import { createMint } from './mint.ts';
import type { Chapter, Section } from './model.ts';
import { chapterSchema } from './schema.ts';

/** One Markdown file. `title` heads it where it has no heading of its own. */
export type TextInput = {
  readonly path: string;
  readonly markdown: string;
  readonly form: Form;
  readonly language: string;
  readonly title?: string | undefined;
  /** What its chapters are; a part is the first alone, since those behind it are in it. */
  readonly kind?: AuthoredKind | undefined;
  /** What abbreviations stand for in the whole publication; the file may say it otherwise. */
  readonly abbreviations?: Abbreviations | undefined;
};

const useSchema = z.strictObject({ place: placeSchema, written: z.string() });

export const parsedTextSchema = z.strictObject({
  path: z.string(),
  /** Links to places and images in them are still as written: `resolve` needs the other files. */
  chapters: z.array(chapterSchema),
  images: z.array(useSchema),
  links: z.array(useSchema),
  /** What is marked for the index. */
  terms: z.array(indexTermSchema),
  /** Where pages of print begin, by their numbers. */
  pages: z.array(useSchema),
  /** What an author may link to in this file (heading words as GitHub writes them, own ids) and what that leads to. */
  anchors: z.array(z.strictObject({ name: z.string(), chapter: z.string(), id: z.string() })),
  problems: z.array(problemSchema),
});
export type ParsedText = z.output<typeof parsedTextSchema>;

export const parseText = defineStage({
  name: 'parse-text',
  version: 6,
  output: parsedTextSchema,
  tools: [],
  run: async (input: TextInput) => parse(input, await loadMath(input.markdown)),
});

/**
 * Markdown to the model, one file at a time: an edit in a file leaves what was made of the others as it is.
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
