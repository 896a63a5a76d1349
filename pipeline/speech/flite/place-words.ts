import type { WordTiming } from '../engine.ts';
import type { EnglishText } from '../english-text.ts';
import { spreadWords } from '../spread-words.ts';
import type { FliteSound } from './library.ts';

/** A stretch of sound, in samples, and the written words that are heard in it. */
type Stretch = { readonly words: string[]; beginSample: number; endSample: number };

/**
 * Puts the times of what flite said onto the words that were written.
 *
 *     written   Dr.     Smith   paid   $5        million.
 *     flite     doctor  smith   paid   five million dollars
 *
 * A written word has the time of its tokens. One that could be read but has no sound of its own was said with the word
 * before it (else with the one after): they share the stretch by their letters. Words without a reading (other scripts, lone
 * punctuation) are not among the words that are heard.
 */
export function placeWords(text: EnglishText, sound: FliteSound): WordTiming[] {
  const stretches: Stretch[] = [];
  const unplaced: string[] = [];
  const length = sound.pcm.length / 2;
  const toSample = (seconds: number): number => Math.min(Math.round(seconds * sound.sampleRate), length);

  let next = 0;
  for (const word of text.words) {
    const first = next;
    while ((sound.tokens[next]?.at ?? Infinity) < word.end) next += 1;
    const tokens = sound.tokens.slice(first, next);
    const [begin, end] = [tokens[0]?.beginSeconds, tokens.at(-1)?.endSeconds];
    if (begin !== undefined && end !== undefined)
      stretches.push({
        words: [...unplaced.splice(0), word.text],
        beginSample: toSample(begin),
        endSample: toSample(end),
      });
    else if (/[A-Za-z0-9]/u.test(word.spoken)) (stretches.at(-1)?.words ?? unplaced).push(word.text);
  }
  return stretches.flatMap(({ words, beginSample, endSample }) => spreadWords(words, beginSample, endSample));
}
