/** The script: everything that is spoken, in the order in which it is heard. */

export type Script = { readonly chapters: readonly ScriptChapter[] };

export type ScriptChapter = {
  /** The id of the document's chapter. */
  readonly id: string;
  /** The chapter mark's words. */
  readonly title: string;
  readonly utterances: readonly Utterance[];
};

/** What kind of text an utterance voices; printed in the script, and what policies and pauses go by. */
export const utteranceRoles = [
  'announcement', // said by Lectern alone, shown nowhere: "Figure.", "Narrated by …"
  'heading',
  'text',
  'item',
  'quotation',
  'attribution',
  'alternative',
  'caption',
  'credit',
  'description',
  'cell',
  'code',
  'note',
  'label',
] as const;
export type UtteranceRole = (typeof utteranceRoles)[number];

export type Utterance = {
  /** Unique in the script, and stable as the ids of the document are. */
  readonly id: string;
  /** The id of the sentence, image or block that is voiced; none for an announcement. */
  readonly target?: string;
  readonly role: UtteranceRole;
  /** As it is written. Never empty, and never without a letter, digit or emoji unless a span tells what to say. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** The voice that the author wants for it, by name; else the narrator's. */
  readonly voice?: string;
  /** Where the author says how it is spoken, outer spans before those inside them. Absent where there are none. */
  readonly spans?: readonly Span[];
  /** Silence after the last sound, before what follows. */
  readonly pauseSeconds: number;
};

/**
 * A stretch of an utterance's text of which the author says how it is spoken.
 *
 *     text    The word Zeitgeist is German.
 *     span             9 ─────── 18          language: de
 */
export type Span = {
  /** UTF-16 offsets, the end past the last. Equal where there is but a pause. */
  readonly begin: number;
  readonly end: number;
  /** BCP 47. */
  readonly language?: string;
  /** By name. */
  readonly voice?: string;
  /** Words to say in its place. */
  readonly say?: string;
  /** In `say` single letters are called by their names: the `a` of a formula is no article. */
  readonly letters?: true;
  /** How it sounds, in IPA. */
  readonly ipa?: string;
  /** Rules of wording that are turned off inside it. */
  readonly off?: 'all' | readonly string[];
  /** Silence at this place. */
  readonly pauseSeconds?: number;
};
