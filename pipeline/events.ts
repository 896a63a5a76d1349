import type { StepEvent } from './engine/events.ts';
import type { Problem } from './problem.ts';

/** A file that was put in place. */
export type PlacedFile = {
  readonly name: string;
  readonly bytes: number;
  /** How long it is to listen to, for audio. */
  readonly seconds?: number;
};

/**
 * What a build tells about one publication, in this order: what it found wrong, what it plans, each step as it goes, and
 * how it ended. One closed union: the printers and the tests read the same events.
 */
export type BuildEvent =
  | { readonly type: 'opened'; readonly publication: string; readonly title: string }
  | { readonly type: 'problem'; readonly publication: string; readonly problem: Problem }
  | {
      readonly type: 'planned';
      readonly publication: string;
      readonly chapters: number;
      /** How many utterances will be spoken or recalled; one in two voices counts twice. 0 where no sound is wanted. */
      readonly utterances: number;
      /** Who narrates, by id. */
      readonly voice?: string;
    }
  | {
      readonly type: 'installing';
      readonly publication: string;
      /** The engine whose voice is fetched, or the recogniser. */
      readonly what: string;
      readonly doneBytes: number;
      readonly totalBytes: number;
    }
  | {
      readonly type: 'verified';
      readonly publication: string;
      /** How many utterances the recogniser heard again. */
      readonly utterances: number;
      /** How many it could not judge: they are not in English, or were not spoken. */
      readonly unheard: number;
      /** Words that were to be said, and how many of them were heard otherwise, dropped or added. */
      readonly words: number;
      readonly errors: number;
      /** Of how many utterances the author was told. */
      readonly suspect: number;
    }
  /** So many chunks of sound more will be encoded or recalled, each in a step `encode-chunk`. */
  | { readonly type: 'encoding'; readonly publication: string; readonly chunks: number }
  /** Something that is good to know and no fault: a sentence. */
  | { readonly type: 'noted'; readonly publication: string; readonly note: string }
  /** Nothing was built, as nothing has changed since the last build. */
  | { readonly type: 'unchanged'; readonly publication: string }
  | { readonly type: 'step'; readonly publication: string; readonly step: StepEvent }
  | {
      readonly type: 'placed';
      readonly publication: string;
      readonly folder: string;
      readonly files: readonly PlacedFile[];
    };

export type Tell = (event: BuildEvent) => void;
