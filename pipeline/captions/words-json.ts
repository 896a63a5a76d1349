import { millisecondsAt } from '../clock.ts';
import type { PlacedChapter, TimedUtterance } from './timed-text.ts';

/**
 * Every word with its times, in the shape of the Podcast Namespace's JSON transcript (version 1.0.0): one segment a word, seconds
 * from the beginning of the book. A stretch of the text that several spoken words voice is one segment.
 */
export function* wordsJsonPieces(
  chapters: readonly PlacedChapter[],
  sampleRate: number,
  speaker: string,
): Iterable<string> {
  yield '{"version":"1.0.0","segments":[';
  let isFirst = true;
  for (const { beginSample, utterances } of chapters) {
    for (const utterance of utterances) {
      for (const { body, begin, end } of heardWords(utterance)) {
        const seconds = (sample: number): number => millisecondsAt(beginSample + sample, sampleRate) / 1000;
        const segment = { speaker, startTime: seconds(begin), endTime: seconds(end), body };
        yield `${isFirst ? '' : ','}\n${JSON.stringify(segment)}`;
        isFirst = false;
      }
    }
  }
  yield '\n]}\n';
}

/** Words with the punctuation around them, since text between words belongs to one of them: joined they are the text again. */
function heardWords({
  text,
  words,
}: TimedUtterance): readonly { body: string; begin: number; end: number }[] {
  const stretches: { from: number; to: number; begin: number; end: number }[] = [];
  for (let index = 0; index < words.length; index += 4) {
    const [from = 0, to = 0, begin = 0, end = 0] = words.slice(index, index + 4);
    const last = stretches.at(-1);
    if (last !== undefined && from < last.to) {
      last.to = Math.max(last.to, to);
      last.end = Math.max(last.end, end);
    } else stretches.push({ from, to, begin, end });
  }
  return stretches.map(({ from, begin, end }, index) => ({
    body: text
      .slice(
        index === 0 ? 0 : openingOf(text, stretches[index - 1]?.to ?? 0, from),
        bodyEnd(text, stretches, index),
      )
      .trim(),
    begin,
    end,
  }));
}

/** Between two words: what stands before the first space belongs to the one, the rest to the other. */
function openingOf(text: string, from: number, to: number): number {
  const space = text.slice(from, to).search(/\s/);
  return space === -1 ? to : from + space;
}

function bodyEnd(text: string, stretches: readonly { from: number; to: number }[], index: number): number {
  const next = stretches[index + 1];
  return next === undefined ? text.length : openingOf(text, stretches[index]?.to ?? 0, next.from);
}
