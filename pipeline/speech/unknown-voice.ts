import type { Voice } from './engine.ts';

/** Raised when no voice, or more than one, has the name that was asked for. */
export class UnknownVoiceError extends Error {
  override readonly name = 'UnknownVoiceError';
  readonly wanted: string;
  /** What could have been asked for. */
  readonly available: readonly Voice[];
  constructor(wanted: string, available: readonly Voice[], matches: readonly Voice[] = []) {
    const ids = (voices: readonly Voice[]): string => voices.map((voice) => voice.id).join(', ');
    super(
      matches.length > 1
        ? `More than one voice is called "${wanted}": ${ids(matches)}.`
        : `There is no voice "${wanted}" here; lectern voices lists those that there are.`,
    );
    this.wanted = wanted;
    this.available = available;
  }
}
