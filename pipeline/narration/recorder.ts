import type { Span, Utterance, UtteranceRole } from './script.ts';
import { isSpeakable, wholeOf, type Spoken } from './spoken.ts';

/**
 * Takes down utterances in reading order. Silence is asked for between them; of several wishes for the same gap the
 * longest is kept, so that a heading after a table does not wait twice.
 */
export class Recorder {
  readonly #drafts: Omit<Utterance, 'pauseSeconds'>[] = [];
  /** The silence after each draft. */
  readonly #gaps: number[] = [];
  readonly #ids = new Map<string, number>();

  /** @param utterance its `text` has no white space at the beginning where it has spans */
  say(utterance: {
    readonly role: UtteranceRole;
    readonly text: string;
    readonly spans?: readonly Span[];
    readonly language: string;
    readonly voice?: string | undefined;
    readonly target?: string;
    readonly about?: string;
  }): void {
    const spoken: Spoken = { text: utterance.text.trim(), spans: utterance.spans ?? [] };
    if (!isSpeakable(spoken)) return this.#pauseFor(spoken);
    const { role, target } = utterance;
    const { language = utterance.language, voice = utterance.voice, spans } = wholeOf(spoken);
    this.#drafts.push({
      id: this.#idFor(target ?? `${utterance.about ?? 'book'}-${role}`),
      ...(target !== undefined && { target }),
      role,
      text: spoken.text,
      language,
      ...(voice !== undefined && { voice }),
      ...(spans.length > 0 && { spans }),
    });
    this.#gaps.push(0);
  }

  /** Where nothing is said, the silence that the author wants there stays. */
  #pauseFor({ spans }: Spoken): void {
    this.pause(spans.reduce((sum, { pauseSeconds = 0 }) => sum + pauseSeconds, 0));
  }

  /** At least this much silence before whatever is said next. Before the first utterance there is none. */
  pause(seconds: number): void {
    const last = this.#gaps.length - 1;
    if (last >= 0) this.#gaps[last] = Math.max(this.#gaps[last] ?? 0, seconds);
  }

  utterances(): readonly Utterance[] {
    return this.#drafts.map((draft, index) => ({ ...draft, pauseSeconds: this.#gaps[index] ?? 0 }));
  }

  #idFor(name: string): string {
    const count = (this.#ids.get(name) ?? 0) + 1;
    this.#ids.set(name, count);
    return count === 1 ? `u-${name}` : `u-${name}-${count}`;
  }
}
