import type { Utterance, UtteranceRole } from './script.ts';
import { isSpeakable } from './spoken-text.ts';

/**
 * Takes down utterances in reading order. Silence is asked for between them; of several wishes for the same gap the
 * longest is kept, so that a heading after a table does not wait twice.
 */
export class Recorder {
  readonly #drafts: Omit<Utterance, 'pauseSeconds'>[] = [];
  /** The silence after each draft. */
  readonly #gaps: number[] = [];
  readonly #ids = new Map<string, number>();

  say(utterance: {
    readonly role: UtteranceRole;
    readonly text: string;
    readonly language: string;
    readonly target?: string;
    readonly about?: string;
  }): void {
    const text = utterance.text.trim();
    if (!isSpeakable(text)) return;
    const { role, language, target } = utterance;
    this.#drafts.push({
      id: this.#idFor(target ?? `${utterance.about ?? 'book'}-${role}`),
      ...(target !== undefined && { target }),
      role,
      text,
      language,
    });
    this.#gaps.push(0);
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
