/** A podcast's feed as data: everything that its XML says, and nothing that the XML has to work out. */

/** Someone who had a part in it, by the Podcast Taxonomy. */
export type Person = {
  readonly name: string;
  readonly role: string;
  readonly group: 'cast' | 'writing' | 'visuals' | 'misc.';
};

/** A file with its absolute address. `type` is its media type. */
export type Enclosure = {
  readonly address: string;
  readonly bytes: number;
  readonly type: string;
};

export type AlternateEnclosure = Enclosure & {
  readonly title: string;
  readonly sha256: string;
  readonly seconds: number;
};

export type Transcript = {
  readonly address: string;
  readonly type: string;
  /** BCP 47. */
  readonly language: string;
  /** Whether it has times to be shown by while it is heard. */
  readonly isCaptions: boolean;
};

export type FeedItem = {
  readonly guid: string;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** HTML. */
  readonly notes: string;
  /** An instant in UTC. */
  readonly published?: string | undefined;
  readonly enclosure: Enclosure;
  readonly seconds: number;
  readonly kind: 'full' | 'bonus';
  /** From 1. */
  readonly number?: number;
  /** The address of its chapters. */
  readonly chapters?: string;
  readonly transcripts: readonly Transcript[];
  /** Other encodings of the same sound. */
  readonly alternates: readonly AlternateEnclosure[];
};

export type Feed = {
  /** Its own. */
  readonly address: string;
  readonly guid: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** Plain text. */
  readonly description: string;
  readonly link: string;
  /** BCP 47. */
  readonly language: string;
  readonly medium: 'audiobook' | 'podcast';
  readonly type: 'serial' | 'episodic';
  readonly categories: readonly { readonly name: string; readonly below?: string }[];
  readonly explicit: boolean;
  /** As one line: who wrote it. */
  readonly author: string;
  readonly owner?: { readonly name: string; readonly email: string } | undefined;
  readonly people: readonly Person[];
  readonly copyright?: string | undefined;
  readonly licence?: { readonly name: string; readonly address?: string | undefined } | undefined;
  readonly funding: readonly { readonly address: string; readonly text: string }[];
  /** Square. */
  readonly artwork: { readonly address: string; readonly side: number };
  readonly season?: number | undefined;
  readonly generator: string;
  /** The newest first. */
  readonly items: readonly FeedItem[];
};
