import { columnsOf } from './columns.ts';
import type { TimedUtterance } from './timed-text.ts';

/** What a line is not broken within, with its times in samples of the chapter. */
export type Token = {
  readonly text: string;
  /** How wide it is on a screen. */
  readonly columns: number;
  /** Whether white space parts it from the token before it. */
  readonly afterSpace: boolean;
  readonly beginSample: number;
  readonly endSample: number;
  /** Whether an utterance ends with it. */
  readonly endsUtterance: boolean;
  /** Whether a clause does. */
  readonly endsClause: boolean;
};

const clauseEnd = /[,;:—–،؛、，；：。！？.!?…][)\]"'”’»]*$/u;

/** Scripts that are written without spaces: their lines may break between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u; // prettier-ignore

/**
 * An utterance's text cut at its white space, and in scripts without spaces at its words. A token begins and ends with the words
 * that voice it; a sign that nobody says, such as a dash, is there when the word before it ends.
 */
export function tokensOf({
  text,
  language,
  beginSample,
  endSample,
  words,
}: TimedUtterance): readonly Token[] {
  const stretches = stretchesOf(text, language);
  let reached = beginSample;
  let word = 0;
  return stretches.map(({ begin, end, afterSpace }, index) => {
    const heard: number[] = [];
    // Words are in the order of the text, as a rule; one that voices two tokens counts for the first.
    for (; word < words.length && (words[word] ?? 0) < end; word += 4) {
      heard.push(words[word + 2] ?? reached, words[word + 3] ?? reached);
    }
    const endsUtterance = index === stretches.length - 1;
    const from = heard.length === 0 ? reached : Math.max(reached, Math.min(...heard));
    const until = endsUtterance ? endSample : Math.max(from, ...heard);
    reached = until;
    const own = text.slice(begin, end);
    return {
      text: own,
      columns: columnsOf(own),
      afterSpace,
      beginSample: from,
      endSample: until,
      endsUtterance,
      endsClause: endsUtterance || clauseEnd.test(own),
    };
  });
}

type Stretch = { readonly begin: number; readonly end: number; readonly afterSpace: boolean };

function stretchesOf(text: string, language: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: run, index: begin } of text.matchAll(/\S+/g)) {
    if (!unspaced.test(run)) found.push({ begin, end: begin + run.length, afterSpace: true });
    else found.push(...wordsWithin(run, begin, language));
  }
  return found;
}

/** A word and the punctuation behind it, which begins no line. */
function wordsWithin(run: string, offset: number, language: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(run)) {
    const last = found.at(-1);
    const end = offset + index + segment.length;
    if (last === undefined || isWordLike) found.push({ begin: offset + index, end, afterSpace: index === 0 });
    else found[found.length - 1] = { ...last, end };
  }
  return found;
}

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
