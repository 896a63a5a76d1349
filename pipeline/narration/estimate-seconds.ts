import type { WordedScript } from './word-chapter.ts';

/** Letters of which a voice says so many a second: 14 to 17, flite and Kokoro alike, in books that were spoken. */
const lettersASecond = 15;
/** Of signs that stand for syllables. */
const syllablesASecond = 5;
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** About how long a script is heard, pauses included, before anybody has spoken it: within a seventh of what it will be. */
export function estimateSeconds({ chapters }: WordedScript): number {
  let seconds = 0;
  for (const { utterances } of chapters) {
    for (const { parts, pauseSeconds } of utterances) {
      seconds += pauseSeconds;
      for (const part of parts) seconds += spokenSeconds(part.text) + (part.pauseSeconds ?? 0);
    }
  }
  return seconds;
}

function spokenSeconds(text: string): number {
  const signs = text.match(syllables)?.length ?? 0;
  return signs / syllablesASecond + (text.length - signs) / lettersASecond;
}
