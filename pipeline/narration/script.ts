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
export type UtteranceRole =
  | 'announcement' // said by Lectern alone, shown nowhere: "Figure.", "Narrated by …"
  | 'heading'
  | 'text'
  | 'item'
  | 'quotation'
  | 'attribution'
  | 'alternative'
  | 'caption'
  | 'credit'
  | 'description'
  | 'cell'
  | 'code'
  | 'note'
  | 'label';

export type Utterance = {
  /** Unique in the script, and stable as the ids of the document are. */
  readonly id: string;
  /** The id of the sentence, image or block that is voiced; none for an announcement. */
  readonly target?: string;
  readonly role: UtteranceRole;
  /** As it is spoken. Never empty, and never without a letter or digit. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Silence after the last sound, before what follows. */
  readonly pauseSeconds: number;
};
