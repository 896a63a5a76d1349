import type { SpokenWord } from '../narration/spoken-word.ts';
import type { SpeechRequest } from './engine.ts';
import type { SpeechTools } from './tools.ts';

/** What an engine is asked for to say some words: their text, and their phonemes where the voice takes them. */
export async function pronounceWords(
  speech: SpeechTools,
  voice: string,
  language: string,
  words: readonly SpokenWord[],
  signal: AbortSignal,
): Promise<Pick<SpeechRequest, 'text' | 'phonemes'>> {
  const text = words.map((word) => word.text).join(' ');
  if (speech.engineOf(voice).pronouncer === undefined) return { text };
  const sounds = await (await speech.pronouncer(voice, language)).pronounce(words, signal);
  return { text, phonemes: sounds.map(({ phonemes }) => phonemes).join(' ') };
}
