import type { SpokenWord } from '../spoken-word.ts';
import type { Said } from './rule.ts';

/** Builds the spoken words one after the other and puts punctuation where it is heard: at the word before or after it. */
export class SentenceWriter {
  readonly #words: SpokenWord[] = [];
  /** Opening signs that wait for their word. */
  #opening = '';
  /** How the last word ends: cutting it from a word of a megabyte that still grows would copy it each time. */
  #tail = '';

  add(words: readonly (Said & { readonly ipa?: string })[]): void {
    for (const { text, begin, end, letters, ipa } of words) {
      this.#words.push({
        text: this.#opening + text,
        begin,
        end,
        ...(letters && { letters }),
        ...(ipa !== undefined && { ipa }),
      });
      this.#tail = (this.#opening + text).slice(-8);
      this.#opening = '';
    }
  }

  /** `“`, `(`: heard before the next word. */
  open(sign: string): void {
    this.#opening += sign;
  }

  /** `,`, `”`: heard after the last word; before the first word silent. */
  close(sign: string): void {
    // A bracket that holds nothing heard: `[^]`.
    if (this.#opening !== '' && /[)\]}”’»]/u.test(sign)) this.#opening = this.#opening.slice(0, -1);
    else this.#append(sign, 0);
  }

  /** A full stop, unless one is heard there already: `etc..` */
  stop(): void {
    if (!this.#endsWith(/[.…!?][”’"')\]]{0,3}$/u)) this.close('.');
  }

  /** A dash, unless a pause as long stands there. */
  pause(): void {
    if (!this.#endsWith(/[—.!?…]$/u)) this.#append('—', 0);
  }

  /** More of the last word: `VIII` and `’s`, `twenty-five` and `-year-old`. */
  extend(text: string, end: number): void {
    this.#append(text, end);
  }

  /** The last word, if it ends here and nothing has been put behind it. */
  wordThatEnds(at: number): SpokenWord | undefined {
    const last = this.#words.at(-1);
    return last?.end === at && this.#opening === '' && this.#endsWith(/[\p{L}\p{M}\p{N}]$/u)
      ? last
      : undefined;
  }

  isEmpty(): boolean {
    return this.#words.length === 0;
  }

  /** Opening signs that found no word are left out. */
  words(): readonly SpokenWord[] {
    return this.#words;
  }

  #endsWith(pattern: RegExp): boolean {
    return pattern.test(this.#tail);
  }

  #append(text: string, end: number): void {
    const last = this.#words.at(-1);
    if (last === undefined) return;
    this.#tail = (this.#tail + text).slice(-8);
    this.#words[this.#words.length - 1] = { ...last, text: last.text + text, end: Math.max(last.end, end) };
  }
}
