import { z } from 'zod';
import type { Book, Chapter } from '../document/model.ts';
import { defineStage } from '../engine/define-stage.ts';
import { narrateBlocks, narrateNote } from './narrate-blocks.ts';
import type { Narration, NarrationSettings } from './narration.ts';
import { pauses } from '../phrasing.ts';
import { Recorder } from './recorder.ts';
import type { ScriptChapter } from './script.ts';
import { utteranceShape } from './utterance-shape.ts';
import { spokenWordsOf } from './words.ts';

export type NarrationInput = {
  readonly chapter: Chapter;
  readonly language: Book['language'];
  readonly settings: NarrationSettings;
  /** Who narrates, if the author named somebody; said at the opening. */
  readonly narrator?: string | undefined;
};

const spanSchema = z.strictObject({
  begin: z.int().nonnegative(),
  end: z.int().nonnegative(),
  language: z.string().exactOptional(),
  voice: z.string().exactOptional(),
  say: z.string().exactOptional(),
  letters: z.literal(true).exactOptional(),
  ipa: z.string().exactOptional(),
  off: z.union([z.literal('all'), z.array(z.string())]).exactOptional(),
  pauseSeconds: z.number().positive().exactOptional(),
});

export const scriptChapterSchema: z.ZodType<ScriptChapter> = z.strictObject({
  id: z.string(),
  title: z.string(),
  utterances: z.array(
    z.strictObject({
      ...utteranceShape,
      voice: z.string().exactOptional(),
      spans: z.array(spanSchema).min(1).exactOptional(),
    }),
  ),
});

export const planNarration = defineStage({
  name: 'plan-narration',
  version: 4,
  output: scriptChapterSchema,
  tools: [],
  run: (input: NarrationInput) => plan(input),
});

/** What is spoken for one chapter, in the order in which it is heard. */
export function plan({ chapter, language, settings, narrator }: NarrationInput): ScriptChapter {
  const recorder = new Recorder();
  const words = spokenWordsOf(language);
  const notes = new Map(chapter.notes.map((note) => [note.id, note]));
  const narration: Narration = {
    recorder,
    narrateBlocks,
    words,
    settings,
    language,
    bookLanguage: language,
    role: 'text',
    notes,
    due: [],
  };
  narrateBlocks(chapter.blocks, narration);
  if (chapter.kind === 'titlepage') {
    recorder.pause(pauses.paragraph);
    recorder.say({ role: 'announcement', language, about: chapter.id, text: words.narratedBy(narrator) });
  }
  narrateNotesAtEnd(chapter, narration);
  recorder.pause(pauses.chapterEnd);
  return { id: chapter.id, title: chapter.title, utterances: recorder.utterances() };
}

/** By setting, all of a chapter's notes; always those that nothing spoken referred to, such as a note in a code caption. */
function narrateNotesAtEnd(chapter: Chapter, narration: Narration): void {
  const { recorder, words, settings, language } = narration;
  const left =
    settings.notes === 'end-of-chapter'
      ? chapter.notes
      : chapter.notes.filter(({ id }) => narration.notes.has(id));
  if (left.length === 0) return;
  recorder.pause(pauses.beforeHeading);
  recorder.say({ role: 'announcement', language, about: `${chapter.id}-notes`, text: words.notes });
  recorder.pause(pauses.afterHeading);
  for (const note of left) {
    narration.notes.delete(note.id);
    narrateNote(note, narration);
  }
}
