import { createRequire } from 'node:module';

/** What part a word plays in its sentence, as far as readings hang on it. */
export type Tag = 'verb' | 'noun' | 'adjective' | 'adverb' | 'other';
export type Tagged = { readonly tag: Tag; readonly past: boolean; readonly plural: boolean };

type Term = { readonly text: string; readonly tags?: readonly string[] };
type Tagger = (text: string) => { json: () => readonly { readonly terms: readonly Term[] }[] };

let tagger: Tagger | undefined;

/**
 * The parts of speech of the words of a sentence, by `compromise` (rules and a lexicon). It is loaded, in half a second, when the
 * first sentence needs it: one in which a word has two readings. Undefined for a word that it did not find again.
 */
export function tagWords(words: readonly string[]): readonly (Tagged | undefined)[] {
  tagger ??= createRequire(import.meta.url)('compromise/two') as Tagger;
  // Hyphens and apostrophes would make the tagger see other words than these.
  const plain = words.map((word) => word.replace(/(?<=[\p{L}\p{N}])[-–—'’./](?=[\p{L}\p{N}])/gu, ''));
  const terms = tagger(plain.join(' '))
    .json()
    .flatMap((sentence) => sentence.terms)
    .filter((term) => term.text !== '');
  const tagged: (Tagged | undefined)[] = [];
  let at = 0;
  for (const word of plain) {
    const bare = letters(word);
    const found = terms.slice(at, at + 3).findIndex((term) => letters(term.text) === bare);
    const term = found < 0 ? undefined : terms[at + found];
    tagged.push(term === undefined ? undefined : toTagged(term.tags ?? []));
    if (found >= 0) at += found + 1;
  }
  return tagged;
}

function letters(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function toTagged(tags: readonly string[]): Tagged {
  const has = (tag: string): boolean => tags.includes(tag);
  const tag = has('Verb')
    ? 'verb'
    : has('Adjective')
      ? 'adjective'
      : has('Adverb')
        ? 'adverb'
        : has('Noun') && !has('Pronoun')
          ? 'noun'
          : 'other';
  return { tag, past: has('PastTense'), plural: has('Plural') };
}
