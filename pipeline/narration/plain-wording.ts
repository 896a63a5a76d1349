import type { FixedSpeech, SpokenWord, Wording } from './spoken-word.ts';

/**
 * The words of a language whose wording is left to the voice: what stands between spaces, as it is written. Stretches that the
 * author fixed are said as given. Signs without a letter or digit stay at the word before them, where a voice hears them as a pause.
 */
export const plainWording: Wording = (text, { fixed }) => {
  const words: SpokenWord[] = [];
  let from = 0;
  for (const stretch of [...fixed].sort((a, b) => a.begin - b.begin)) {
    if (stretch.begin < from) continue;
    words.push(...wordsBetween(text, from, stretch.begin, words.at(-1)));
    words.push(...fixedWords(text, stretch));
    from = stretch.end;
  }
  words.push(...wordsBetween(text, from, text.length, words.at(-1)));
  return mended(words);
};

type Draft = SpokenWord & { readonly joins?: boolean };

function* wordsBetween(text: string, from: number, to: number, before: Draft | undefined): Generator<Draft> {
  for (const { 0: word, index } of text.slice(from, to).matchAll(/[^\s\p{Cc}]+/gu)) {
    const begin = from + index;
    // What follows a fixed stretch without a space belongs to its last word.
    const touches = begin === from && from > 0 && before !== undefined && before.end === from;
    const bare = /[\p{L}\p{N}]/u.test(word);
    yield { text: word, begin, end: begin + word.length, ...((touches || !bare) && { joins: true }) };
  }
}

function* fixedWords(text: string, { begin, end, say, ipa }: FixedSpeech): Generator<Draft> {
  const written = text.slice(begin, end);
  if (say === undefined) {
    yield { text: written.trim().replace(/\s+/gu, '-'), begin, end, ...(ipa !== undefined && { ipa }) };
    return;
  }
  for (const word of say.split(/\s+/u)) if (word !== '') yield { text: word, begin, end };
}

/** Puts what cannot stand alone at the end of the word before it. */
function mended(drafts: readonly Draft[]): readonly SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const { joins = false, ...word } of drafts) {
    const last = words.at(-1);
    if (!joins) words.push(word);
    else if (last !== undefined) words[words.length - 1] = { ...last, text: last.text + word.text };
  }
  return words.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}
