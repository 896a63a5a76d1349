import { primaryLanguage } from '../language-tag.ts';

/** What a transcript calls itself, in the languages that Lectern speaks of itself in; English in others. */
const byLanguage: Readonly<Record<string, string>> = {
  de: 'Abschrift',
  fr: 'transcription',
  es: 'transcripción',
};

/** @param language BCP 47 */
export function transcriptWord(language: string): string {
  return byLanguage[primaryLanguage(language)] ?? 'Transcript';
}
