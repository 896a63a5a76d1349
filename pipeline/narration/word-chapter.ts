import { z } from 'zod';
import { defineStage } from '../engine/define-stage.ts';
import type { LexiconEntry } from '../source/lexicon/lexicon.ts';
import { compileLexicon } from './apply-lexicon.ts';
import { partSchema, type Part } from './part.ts';
import type { ScriptChapter, Utterance } from './script.ts';
import { utteranceShape } from './utterance-shape.ts';
import { wordUtterance } from './word-utterance.ts';

/** An utterance as it is written, with what is said of it. */
export type WordedUtterance = Omit<Utterance, 'spans' | 'voice'> & { readonly parts: readonly Part[] };
export type WordedChapter = Omit<ScriptChapter, 'utterances'> & {
  readonly utterances: readonly WordedUtterance[];
};
export type WordedScript = { readonly chapters: readonly WordedChapter[] };

export const wordedChapterSchema: z.ZodType<WordedChapter> = z.strictObject({
  id: z.string(),
  title: z.string(),
  utterances: z.array(
    z.strictObject({
      ...utteranceShape,
      parts: z.array(partSchema).min(1),
    }),
  ),
});

export type WordingInput = { readonly chapter: ScriptChapter; readonly lexicon: readonly LexiconEntry[] };

/** A chapter's script word by word as it is spoken. */
export const wordChapter = defineStage({
  name: 'word-chapter',
  version: 2,
  output: wordedChapterSchema,
  tools: [],
  run: (input: WordingInput) => Promise.resolve(word(input)),
});

export function word({ chapter, lexicon }: WordingInput): WordedChapter {
  const matcher = compileLexicon(lexicon);
  const utterances: WordedUtterance[] = [];
  for (const utterance of chapter.utterances) {
    const parts = wordUtterance(utterance, matcher);
    const { spans: _spans, voice: _voice, ...rest } = utterance;
    const last = utterances.at(-1);
    if (parts.some(({ text }) => text !== '')) utterances.push({ ...rest, parts });
    // Signs that nobody says leave their silence.
    else if (last !== undefined)
      utterances[utterances.length - 1] = {
        ...last,
        pauseSeconds: Math.max(last.pauseSeconds, utterance.pauseSeconds),
      };
  }
  return { id: chapter.id, title: chapter.title, utterances };
}
