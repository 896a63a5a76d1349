import fc from 'fast-check';
import type { TimedUtterance } from '../../pipeline/captions/timed-text.ts';

export function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** A chapter as if it were spoken at 1000 samples a second: 50 samples a letter, a pause after each utterance. */
export function spoken(
  said: readonly (readonly [role: string, text: string])[],
  { pauseSamples = 300, language = 'en' } = {},
): { readonly utterances: readonly TimedUtterance[]; readonly samples: number } {
  let reached = 60;
  const utterances = said.map(([role, text], index): TimedUtterance => {
    const beginSample = reached;
    const words = [...text.matchAll(/[\p{L}\p{N}\p{S}][^\s—]*/gu)].flatMap(({ 0: word, index: at }) => {
      const begin = reached;
      reached += word.length * 50;
      return [at, at + word.length, begin, reached];
    });
    const endSample = reached;
    reached += pauseSamples;
    return { target: `s-${index}`, role, text, language, beginSample, endSample, words };
  });
  return { utterances, samples: reached };
}

const word = fc.stringMatching(/^[a-zA-Z&<>é’]{1,14}[,;.]?$/).filter((text) => /[a-zé]/i.test(text[0] ?? ''));
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
export const spokenBook = fc
  .array(fc.tuple(fc.constantFrom('text', 'label', 'heading', 'cell'), sentence), {
    minLength: 1,
    maxLength: 8,
  })
  .map((said) => spoken(said));
