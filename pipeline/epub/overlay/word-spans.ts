import { wordId } from '../../derived-ids.ts';
import type { Inline, Sentence } from '../../document/model.ts';
import type { HeardWords } from '../epub-input.ts';

/** A word that gets an element of its own. */
export type WordSpan = {
  readonly id: string;
  /** Which of the sentence's runs of text it is in, from 0, and where: UTF-16 offsets, the end past the last. */
  readonly run: number;
  readonly begin: number;
  readonly end: number;
  /** When it begins to be heard, in samples from the beginning of what is heard of the sentence. */
  readonly afterSamples: number;
};

/** As narration folds a text: these are seen by nobody and said by nobody. */
const unseen = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const sayable = /[\p{L}\p{N}]/u;

/**
 * Where the words that are heard of a sentence stand in it. All or nothing: undefined where a word is split between runs
 * (*un*usual), or where something is shown that no word voices, such as a note's number. The sentence is then marked as a whole.
 */
export function wordSpansOf(
  sentence: Sentence,
  { text, words }: HeardWords,
): readonly WordSpan[] | undefined {
  const shown = foldRuns(runsOf(sentence.children));
  if (shown === undefined) return undefined;
  const places = shown.map(({ character }) => character).join('');
  // What is said before a cell's own words, its header, stands elsewhere.
  const before = text.length - places.length;
  if (before < 0 || text.slice(before) !== places) return undefined;

  const spans: WordSpan[] = [];
  let reached = 0;
  for (let index = 0; index < words.length; index += 3) {
    const begin = (words[index] ?? 0) - before;
    const end = (words[index + 1] ?? 0) - before;
    if (end <= 0) continue;
    const first = shown[begin];
    const last = shown[end - 1];
    const isSame = spans.at(-1) !== undefined && end === reached && begin < reached;
    if (isSame) continue;
    if (first === undefined || last === undefined || first.run !== last.run || begin < reached)
      return undefined;
    if (sayable.test(places.slice(reached, begin))) return undefined;
    spans.push({
      id: wordId(sentence.id, spans.length + 1),
      run: first.run,
      begin: first.at,
      end: last.at + last.character.length,
      afterSamples: words[index + 2] ?? 0,
    });
    reached = end;
  }
  return spans.length === 0 || sayable.test(places.slice(reached)) ? undefined : spans;
}

/** The runs of text of a sentence in the order in which it shows them; undefined for what shows something else. */
function runsOf(inlines: readonly Inline[]): readonly (string | undefined)[] {
  return inlines.flatMap((inline): readonly (string | undefined)[] => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return [inline.value];
      case 'mark':
      case 'link':
        return runsOf(inline.children);
      case 'break':
      case 'pause':
      case 'page':
      case 'index':
        return [];
      default:
        return [undefined];
    }
  });
}

type Place = { readonly character: string; readonly run: number; readonly at: number };

/** UTF-16 unit by unit, white space folded to single spaces and trimmed. */
function foldRuns(runs: readonly (string | undefined)[]): readonly Place[] | undefined {
  const places: Place[] = [];
  let space: Place | undefined;
  for (const [run, value] of runs.entries()) {
    if (value === undefined) return undefined;
    for (let at = 0; at < value.length; at++) {
      const character = value[at] ?? '';
      if (unseen.test(character)) continue;
      if (/\s/.test(character)) {
        space ??= { character: ' ', run, at };
        continue;
      }
      if (space !== undefined && places.length > 0) places.push(space);
      space = undefined;
      places.push({ character, run, at });
    }
  }
  return places;
}
