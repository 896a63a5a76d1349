import type { Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';
import { withAdded } from '../added-chapter.ts';
import type { IndexTerm } from '../from-html/index-mark.ts';
import { passageOfInlines } from '../from-html/passage.ts';
import { createMint, type Mint } from '../mint.ts';
import type { Block, Chapter, Inline, List, ListItem } from '../model.ts';
import { wordsOf } from '../words.ts';
import { entriesOf, entryKey, type IndexEntry } from './entries.ts';
import { locatorsOf } from './locators.ts';
import { placesOfMarks, type IndexPlace } from './places.ts';

/** Terms of the index and what they are built with. */
type Indexing = {
  readonly language: string;
  readonly mint: Mint;
  readonly places: ReadonlyMap<string, IndexPlace>;
  /** What entries may send readers to, by the entries' keys: the words, and the id of the item. */
  readonly targets: ReadonlyMap<string, { readonly id: string; readonly words: string }>;
  /** The chapter of the index. */
  readonly chapter: string;
};

/**
 * The index of the terms that the author marked: in the author's own chapter of that kind, or in one behind the last.
 *
 *     harbour, p. 12, p. 15; see also quay        harbour: The arrival; Of ropes
 *       at night, p. 13                             at night: The arrival
 *     wharf, see quay                             wharf, see quay
 */
export function withIndex(
  chapters: readonly Chapter[],
  terms: readonly IndexTerm[],
  language: string,
): { readonly chapters: readonly Chapter[]; readonly problems: readonly Problem[] } {
  if (terms.length === 0) return { chapters, problems: [] };
  const places = placesOfMarks(chapters);
  const { entries, problems: found } = sound(terms, places, language);
  if (entries.length === 0) return { chapters, problems: found };
  const mint = createMint('index of the book');
  const id = mint('list', entries[0]?.words ?? '');
  const targets = new Map(
    entries.map(({ words }, index) => [entryKey(words, language), { id: `${id}-i${index + 1}`, words }]),
  );
  const title = wordsOf(language).kinds.index ?? '';
  // Where the index will stand is known before what stands in it, since its entries lead to each other.
  const { added } = withAdded(chapters, 'index', [], title, { mint: createMint('index page'), language });
  const list: List = {
    ...listOf(id, entries, { language, mint, places, targets, chapter: added }),
    role: 'index',
  };
  const { all } = withAdded(chapters, 'index', [list], title, { mint: createMint('index page'), language });
  return { chapters: all, problems: found };
}

/** The entries without what leads nowhere, and what the author should know of that. */
function sound(
  terms: readonly IndexTerm[],
  places: ReadonlyMap<string, IndexPlace>,
  language: string,
): { readonly entries: readonly IndexEntry[]; readonly problems: readonly Problem[] } {
  const found: Problem[] = [];
  const placed = terms.filter(({ id, see, place, entry }) => {
    const isPlaced = see !== undefined || places.has(id);
    if (!isPlaced) found.push(problems.indexPlaceMissing(place, entry));
    return isPlaced;
  });
  const withPlaces = placed.filter(({ see }) => see === undefined);
  const targets = new Set(withPlaces.map(({ entry }) => entryKey(entry, language)));
  const names = entriesOf(withPlaces, language).map(({ words }) => words);
  const leads = (target: string | undefined, { place, entry }: IndexTerm): boolean => {
    if (target === undefined) return false;
    const key = entryKey(target, language);
    const isThere = targets.has(key) && key !== entryKey(entry, language);
    if (!isThere)
      found.push(
        problems.indexTargetMissing(
          place,
          target,
          entry,
          names.filter((name) => entryKey(name, language) !== entryKey(entry, language)),
        ),
      );
    return isThere;
  };
  const kept = placed.flatMap((term): readonly IndexTerm[] => {
    const { seeAlso, ...rest } = term;
    if (term.see !== undefined && !leads(term.see, term)) return [];
    return [seeAlso !== undefined && leads(seeAlso, term) ? term : rest];
  });
  return { entries: entriesOf(kept, language), problems: found };
}

function listOf(id: string, entries: readonly IndexEntry[], indexing: Indexing): List {
  const items = entries.map((entry, index): ListItem => {
    const itemId = `${id}-i${index + 1}`;
    const passage = passageOfInlines('p', inlinesOf(entry, indexing), indexing);
    const below = entry.entries;
    const line: readonly Block[] = passage ? [{ type: 'paragraph', bare: true, ...passage }] : [];
    return {
      id: itemId,
      blocks: below.length > 0 ? [...line, listOf(`${itemId}-l`, below, indexing)] : line,
    };
  });
  return { type: 'list', id, ordered: false, items };
}

function inlinesOf({ words, terms }: IndexEntry, indexing: Indexing): readonly Inline[] {
  const { language, places } = indexing;
  const own = wordsOf(language);
  const marks = terms.flatMap(({ id, see }) => {
    const place = see === undefined ? places.get(id) : undefined;
    return place ? [{ id, place }] : [];
  });
  const locators = locatorsOf(marks, own);
  const arePages = locators.every(({ isPage }) => isPage);
  const links = locators.map(({ chapter, id, label }): Inline => ({
    type: 'link',
    to: { chapter, id },
    children: [text(label)],
  }));
  const see = sentTo(terms.flatMap((term) => term.see ?? []), own.index.see, indexing); // prettier-ignore
  const seeAlso = sentTo(terms.flatMap((term) => term.seeAlso ?? []), own.index.seeAlso, indexing); // prettier-ignore
  const parts = [joined(links, arePages ? ', ' : '; '), see, seeAlso].filter(({ length }) => length > 0);
  const begin = arePages ? `${words}${parts.length > 0 ? ', ' : ''}` : own.labelled(words);
  return [text(begin), ...parts.flatMap((part, index) => (index === 0 ? part : [text('; '), ...part]))];
}

/** “see also quay; wharf”, each with its link. */
function sentTo(names: readonly string[], label: string, indexing: Indexing): readonly Inline[] {
  const keys = [...new Set(names.map((name) => entryKey(name, indexing.language)))];
  const links = keys.flatMap((key): readonly Inline[] => {
    const target = indexing.targets.get(key);
    if (!target) return [];
    const to = { chapter: indexing.chapter, id: target.id };
    return [{ type: 'link', to, children: [text(target.words)] }];
  });
  if (links.length === 0) return [];
  return [{ type: 'mark', tag: 'i', children: [text(label)] }, text(' '), ...joined(links, '; ')];
}

function joined(inlines: readonly Inline[], between: string): readonly Inline[] {
  return inlines.flatMap((inline, index) => (index === 0 ? [inline] : [text(between), inline]));
}

function text(value: string): Inline {
  return { type: 'text', value };
}
