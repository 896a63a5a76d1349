import type { WordingRule } from '../../wording-rules.ts';

export type Place = { readonly begin: number; readonly end: number };

/** A word to be said, before punctuation is put to it. */
export type Said = Place & { readonly text: string; readonly letters?: true };

/** What a rule makes of a stretch. */
export type Reading = {
  /** In the order in which they are heard; none where nothing is said (a bullet). */
  readonly words: readonly Said[];
  /** Where reading goes on, if not at the end of what was matched. */
  readonly end?: number;
  /** A pause that is heard after it and not written otherwise: the full stop of an abbreviation that ends a sentence. */
  readonly pause?: string;
};

/** A place in the text where a rule's pattern matches. */
export type Hit = Place & {
  /** The whole text as rules read it (`prepare-text.ts`); offsets are those of the written one. */
  readonly text: string;
  readonly match: string;
  /** What a group matched, or ''. */
  group(name: string): string;
  /** Where a group stands, or the whole match where the group took no part. */
  place(name: string): Place;
  /** Up to 60 UTF-16 units before and after the match. */
  readonly before: string;
  readonly after: string;
  readonly british: boolean;
  /** `1/10` is January tenth. */
  readonly monthFirst: boolean;
};

export type Start = 'digit' | 'lower' | 'upper' | 'sign';

/** One thing that is written otherwise than it is said. The first rule of the list that reads a place wins. */
export type Rule = {
  readonly name: string;
  /** By which an author turns it off; undefined where it can be turned off only with all others. */
  readonly group: WordingRule | undefined;
  /** What its matches begin with, so that it is not tried elsewhere. */
  readonly starts: readonly Start[];
  /** Sticky, Unicode, with indices. Repetitions are bounded, so that no text takes the square of its length. */
  readonly pattern: RegExp;
  /** Undefined where the context says that it is something else. */
  readonly read: (hit: Hit) => Reading | undefined;
};

/** A pattern from its source, with the flags that all rules need. */
export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source, `dyu${flags}`);
}
