import { z } from 'zod';
import type { AuthoredKind } from '../chapter-kinds.ts';
import { defineStage } from '../engine/define-stage.ts';
import { placeSchema, problemSchema } from '../problem.ts';
import type { Form } from './from-html/chapters.ts';
import { indexTermSchema } from './from-html/index-mark.ts';
import type { Abbreviations } from './markdown/abbreviations.ts';
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

/** Markdown to the model, one file at a time: an edit in a file leaves what was made of the others as it is. */
export const parseText = defineStage({
  name: 'parse-text',
  version: 6,
  output: parsedTextSchema,
  tools: [],
  run: async (input: TextInput) => {
    // Loaded where it is used: a build that recalls every text reads no Markdown.
    const { parseFile } = await import('./parse-file.ts');
    return parseFile(input);
  },
});
