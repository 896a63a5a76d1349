import { defineStage } from '../engine/define-stage.ts';
import { pauses } from '../phrasing.ts';
import { scriptChapterSchema } from './plan-narration.ts';
import { Recorder } from './recorder.ts';
import type { ScriptChapter } from './script.ts';

/** A page that Lectern adds to an edition, such as the contents: its lines, in their order. */
export type PageInput = {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly lines: readonly {
    /** The id of what is voiced. */
    readonly target: string;
    readonly text: string;
    readonly role: 'heading' | 'alternative';
    /** Where it is not the page's. */
    readonly language?: string;
  }[];
};

/** What is spoken of an added page. A line of the contents is said as the heading is that it leads to: it is spoken once. */
export const planPage = defineStage({
  name: 'plan-page',
  version: 2,
  output: scriptChapterSchema,
  tools: [],
  run: ({ id, title, language, lines }: PageInput): ScriptChapter => {
    const recorder = new Recorder();
    for (const line of lines) {
      recorder.say({ language, ...line });
      recorder.pause(pauses.item);
    }
    recorder.pause(pauses.chapterEnd);
    return { id, title, utterances: recorder.utterances() };
  },
});
