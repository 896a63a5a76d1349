import type { SpokenWord } from '../../../pipeline/narration/spoken-word.ts';
import { createEnglishPronouncer } from '../../../pipeline/speech/english/pronounce-english.ts';

const pronouncers = { US: createEnglishPronouncer('US'), GB: createEnglishPronouncer('GB') };

/** The words of a text parted by spaces. */
export function spokenWords(text: string): SpokenWord[] {
  return text.split(' ').map((word, index) => ({ text: word, begin: index, end: index + 1 }));
}

/** What Kokoro's tokenizer gets of a text. */
export function say(text: string, accent: 'US' | 'GB' = 'US'): string {
  return pronouncers[accent]
    .pronounce(spokenWords(text))
    .map(({ phonemes }) => phonemes)
    .join(' ');
}

export function pronounce(words: readonly SpokenWord[], accent: 'US' | 'GB' = 'US') {
  return pronouncers[accent].pronounce(words);
}

export function sourceOf(word: string): string | undefined {
  return pronouncers.US.pronounce(spokenWords(word))[0]?.source;
}
