import type { Block, Note } from '../document/model.ts';
import type { Settings } from '../source/settings.ts';
import type { Recorder } from './recorder.ts';
import type { UtteranceRole } from './script.ts';
import type { SpokenWords } from './words.ts';

/** Who narrates is decided later: the plan is the same for every narrator. */
export type NarrationSettings = Omit<Settings['narration'], 'voice' | 'readAloud'>;

/** What the narrators of one chapter share. */
export type Narration = {
  readonly recorder: Recorder;
  /** Narrates what is inside a block; here, and not imported, since it in turn calls the narrator of each kind. */
  readonly narrateBlocks: (blocks: readonly Block[], narration: Narration) => void;
  readonly words: SpokenWords;
  readonly settings: NarrationSettings;
  /** BCP 47, of the text at hand. */
  readonly language: string;
  /** The publication's own, for `words`. */
  readonly bookLanguage: string;
  /** Who speaks the text at hand, where that is not the narrator. */
  readonly voice?: string | undefined;
  readonly role: UtteranceRole;
  /** The chapter's notes that are still to be spoken after the text that refers to them. */
  readonly notes: Map<string, Note>;
  /** Notes whose references were passed since the last place where a note may be spoken. */
  readonly due: Note[];
};

/** Who says the words that Lectern adds: in a block of another language not its voice, which knows that language alone. */
export function announcer({ language, bookLanguage, voice }: Narration): {
  readonly language: string;
  readonly voice?: string | undefined;
} {
  return { language: bookLanguage, voice: language === bookLanguage ? voice : undefined };
}
