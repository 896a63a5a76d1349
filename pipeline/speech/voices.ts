import { primaryLanguage } from '../language-tag.ts';
import type { Voice } from './engine.ts';
import { UnknownVoiceError } from './unknown-voice.ts';

/** Whether the voice has the language among its own, whatever the region: `en-US` speaks `en-GB`. Both BCP 47. */
export function speaks(voice: Voice, language: string): boolean {
  return voice.languages.some((own) => primaryLanguage(own) === primaryLanguage(language));
}

/**
 * The voice of that id (`flite/rms`), or of that name where no other engine has one of it (`rms`).
 *
 * @throws UnknownVoiceError with what there is.
 */
export function findVoice(wanted: string, voices: readonly Voice[]): Voice {
  const exact = voices.find((voice) => voice.id === wanted);
  if (exact !== undefined) return exact;
  const named = voices.filter((voice) => voice.name.toLowerCase() === wanted.toLowerCase());
  const [only] = named;
  if (only === undefined || named.length > 1) throw new UnknownVoiceError(wanted, voices, named);
  return only;
}
