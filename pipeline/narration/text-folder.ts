import type { Span } from './script.ts';
import type { Spoken } from './spoken.ts';

/** Soft hyphens, joiners and marks of no width, which nobody says; but of two emoji a joiner makes a third. */
const unseen =
  /[\u00AD\u200B\u200C\u2060\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

/**
 * Takes down a text piece by piece, white space folded to single spaces and trimmed, and keeps where in it spans begin and
 * end: at their first and last word, whatever space was inside.
 */
export class TextFolder {
  #text = '';
  #spaceIsDue = false;
  #isFixed = false;
  /** In the order in which they begin; one that holds no text yet begins after what there is. */
  readonly #spans: { about: Omit<Span, 'begin' | 'end'>; after: number; end: number }[] = [];

  add(piece: string): void {
    const words = piece.replace(unseen, '').replace(/\s+/g, ' ');
    const trimmed = words.trim();
    if (words.startsWith(' ')) this.#spaceIsDue = true;
    if (trimmed === '') return;
    if (this.#spaceIsDue && this.#text !== '') this.#text += ' ';
    this.#text += trimmed;
    this.#spaceIsDue = words.endsWith(' ');
  }

  /** What the next piece would follow without a space; empty where there is nothing, or a space is due. */
  get lastCharacter(): string {
    return this.#spaceIsDue ? '' : (Array.from(this.#text.slice(-2)).at(-1) ?? '');
  }

  /**
   * What `inside` adds is a span. One that stays empty is none. Inside words that others are said for nothing more can be
   * told of how they are spoken.
   */
  span(about: Omit<Span, 'begin' | 'end'>, inside: () => void): void {
    if (this.#isFixed) return inside();
    this.#isFixed = about.say !== undefined || about.ipa !== undefined;
    const span = { about, after: this.#text.length, end: 0 };
    const place = this.#spans.push(span) - 1;
    inside();
    this.#isFixed = false;
    span.end = this.#text.length;
    if (span.end === span.after) this.#spans.splice(place, 1);
  }

  pause(pauseSeconds: number): void {
    if (this.#isFixed) return;
    const here = this.#text.length;
    this.#spans.push({ about: { pauseSeconds }, after: here, end: here });
  }

  spoken(): Spoken {
    const text = this.#text;
    return {
      text,
      spans: this.#spans.map(({ about, after, end }) => ({
        begin: after < end && text[after] === ' ' ? after + 1 : after,
        end,
        ...about,
      })),
    };
  }
}
