/** What a transcript says of itself, in the languages that Lectern speaks of itself in; English in others. */
export type TranscriptWords = { readonly transcript: string; readonly contents: string };

const byLanguage: Readonly<Record<string, TranscriptWords>> = {
  de: { transcript: 'Abschrift', contents: 'Inhalt' },
  fr: { transcript: 'transcription', contents: 'Sommaire' },
  es: { transcript: 'transcripción', contents: 'Índice' },
};

/** @param language BCP 47 */
export function transcriptWordsOf(language: string): TranscriptWords {
  const [primary = ''] = language.toLowerCase().split('-');
  return byLanguage[primary] ?? { transcript: 'Transcript', contents: 'Contents' };
}
