import type { Hit, Place } from './rule.ts';

const context = 60;

export type Region = Pick<Hit, 'british' | 'monthFirst'>;

/** What a rule gets to see of a match. Most matches are looked at and left, so that nothing is made before it is asked for. */
export class PatternHit implements Hit {
  readonly text: string;
  readonly begin: number;
  readonly end: number;
  readonly match: string;
  readonly british: boolean;
  readonly monthFirst: boolean;
  readonly #found: RegExpExecArray;

  constructor(text: string, found: RegExpExecArray, { british, monthFirst }: Region) {
    this.text = text;
    this.match = found[0];
    this.begin = found.index;
    this.end = found.index + found[0].length;
    this.british = british;
    this.monthFirst = monthFirst;
    this.#found = found;
  }

  get before(): string {
    return this.text.slice(Math.max(0, this.begin - context), this.begin);
  }

  get after(): string {
    return this.text.slice(this.end, this.end + context);
  }

  group(name: string): string {
    return this.#found.groups?.[name] ?? '';
  }

  place(name: string): Place {
    const [begin, end] = this.#found.indices?.groups?.[name] ?? [this.begin, this.end];
    return { begin, end };
  }
}
