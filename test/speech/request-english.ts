/** What an engine is asked for, as the pipeline asks: worded and pronounced where it takes phonemes, else the text itself. */
import { wordEnglish } from '../../pipeline/narration/english/word-english.ts';
import type { SpokenWord } from '../../pipeline/narration/spoken-word.ts';
import type { SpeechEngine, SpeechRequest } from '../../pipeline/speech/engine.ts';
import { pronounceWords } from '../../pipeline/speech/pronounce-words.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { betweenWords } from '../../pipeline/speech/written-words.ts';

/** @param voice its id */
export async function requestEnglish(
  engine: SpeechEngine,
  voice: string,
  written: string,
  words = wordEnglish(written, { language: 'en', fixed: [], off: [] }),
): Promise<SpeechRequest> {
  if (engine.pronouncer === undefined) return { text: written, language: 'en', voice };
  const { signal } = new AbortController();
  const sound = await pronounceWords(createSpeechTools([engine]), voice, 'en', words, signal);
  return { ...sound, language: 'en', voice };
}

/** The words as they are written, without any wording: a sign stays a sign. */
export function unworded(written: string): readonly SpokenWord[] {
  return written
    .split(betweenWords)
    .filter((text) => text !== '')
    .map((text) => ({ text, begin: 0, end: text.length }));
}
