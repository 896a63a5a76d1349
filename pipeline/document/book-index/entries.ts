import type { IndexTerm } from '../from-html/index-mark.ts';

/** An entry of the index, and those below it. */
export type IndexEntry = {
  readonly words: string;
  /** What was marked for it, in reading order; what was marked for the entries below it is theirs. */
  readonly terms: readonly IndexTerm[];
  readonly entries: readonly IndexEntry[];
};

type Spelling = { readonly words: string; readonly asWritten: boolean };
type Draft = { readonly spellings: Spelling[]; readonly terms: IndexTerm[]; readonly below: Drafts };
type Drafts = Map<string, Draft>;

/** Terms that differ in capitals alone are one entry. Entries are in the order of the language's alphabet. */
export function entriesOf(terms: readonly IndexTerm[], language: string): readonly IndexEntry[] {
  const top: Drafts = new Map();
  for (const term of terms) {
    const { entry, asWritten, sub } = term;
    const draft = draftOf(top, { words: entry, asWritten }, language);
    const own = sub === undefined ? draft : draftOf(draft.below, { words: sub, asWritten: false }, language);
    own.terms.push(term);
  }
  return finished(top, new Intl.Collator(language, { numeric: true }));
}

/** What is the same for two entries that are one. */
export function entryKey(words: string, language: string): string {
  return words.normalize('NFC').toLocaleLowerCase(language);
}

function draftOf(drafts: Drafts, spelling: Spelling, language: string): Draft {
  const key = entryKey(spelling.words, language);
  const draft = drafts.get(key) ?? { spellings: [], terms: [], below: new Map<string, Draft>() };
  drafts.set(key, draft);
  draft.spellings.push(spelling);
  return draft;
}

function finished(drafts: Drafts, collator: Intl.Collator): readonly IndexEntry[] {
  return [...drafts.values()]
    .map(({ spellings, terms, below }) => ({
      words: chosen(spellings),
      terms,
      entries: finished(below, collator),
    }))
    .sort((a, b) => collator.compare(a.words, b.words));
}

/** What the author gave in so many words; else what was found without the capital that a sentence's first word has. */
function chosen(spellings: readonly Spelling[]): string {
  const best =
    spellings.find(({ asWritten }) => !asWritten) ??
    spellings.find(({ words }) => /^\p{Ll}/u.test(words)) ??
    spellings[0];
  return best?.words ?? '';
}
