import { abbreviationsOf, type Abbreviations } from './abbreviations.ts';

/**
 * Where sentences end: the offsets (UTF-16 code units) after which a new one begins, the end of the text left out.
 * White space between two sentences belongs to the first.
 *
 * `Intl.Segmenter` proposes (Unicode Standard Annex 29); the rules below withdraw what it gets wrong. It splits after
 * "Dr." and "J.", after the question mark in `"Why?" he asked.`, and before a lone closing bracket.
 */
export function sentenceEnds(text: string, language: string): readonly number[] {
  const abbreviations = abbreviationsOf(language);
  const ends: number[] = [];
  for (const proposed of proposedEnds(text, language)) {
    const begin = ends.at(-1) ?? 0;
    const index = afterClosingMark(text, begin, proposed);
    if (index > begin && endsThere(text.slice(begin, index), text.slice(index, index + 80), abbreviations))
      ends.push(index);
  }
  return ends;
}

const windowLength = 4096;

/**
 * The segmenter's proposals. It takes the square of a text's length, so it is given a window at a time; each begins
 * where the last whole sentence of the one before ended.
 */
function* proposedEnds(text: string, language: string): Iterable<number> {
  const segmenter = segmenterOf(language);
  let begin = 0;
  let length = windowLength;
  while (begin < text.length) {
    const isLast = begin + length >= text.length;
    const ends = Array.from(
      segmenter.segment(text.slice(begin, begin + length)),
      ({ index }) => begin + index,
    );
    // What the window's last segment would be, were the text to go on, is not known.
    const last = ends.at(-1) ?? begin;
    if (last === begin && !isLast) {
      length *= 2;
      continue;
    }
    for (const end of ends) if (end > begin) yield end;
    if (isLast) return;
    begin = last;
    length = windowLength;
  }
}

/** `« Oui ! | » Elle` → `« Oui ! » | Elle`: a mark that is open in the sentence is closed in it. */
function afterClosingMark(text: string, begin: number, index: number): number {
  const closing = /^»\s*/.exec(text.slice(index, index + 10))?.[0];
  if (closing === undefined) return index;
  const sentence = text.slice(begin, index);
  return sentence.lastIndexOf('«') > sentence.lastIndexOf('»') ? index + closing.length : index;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter)
    segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  return segmenter;
}

/**
 *     He met Dr. | Smith at 5 p.m. | on Oct. | 1. | "Why?" | she asked.
 *               ×                 ×         ×    ✓        ×
 */
function endsThere(before: string, after: string, abbreviations: Abbreviations): boolean {
  // Nothing but punctuation is no sentence: a lone "…", a bracket that closes.
  if (
    !/[\p{L}\p{N}\p{Extended_Pictographic}\uFFFC]/u.test(before) ||
    !/[\p{L}\p{N}\p{Extended_Pictographic}\uFFFC]/u.test(after)
  )
    return false;
  const opening = /^[\p{Pi}\p{Ps}"'‘“«„¿¡*_–—-]*/u.exec(after)?.[0] ?? '';
  const rest = after.slice(opening.length);
  // A quotation, a question or an ellipsis inside a sentence goes on in lower case.
  if (/^\p{Ll}/u.test(rest)) return false;
  // Nobody's abbreviation is longer, and a text without any end may be.
  const trimmed = before.slice(-120).trimEnd();
  const word = /([\p{L}\p{N}.'’-]*[\p{L}\p{N}])\.$/u.exec(trimmed)?.[1];
  if (word === undefined) return true;
  return endsAfterWord(word, trimmed.slice(0, -word.length - 1), opening, rest, abbreviations);
}

/** @param word what stands before the full stop: "Dr", "J", "U.S", "3" */
function endsAfterWord(
  word: string,
  earlier: string,
  opening: string,
  rest: string,
  abbreviations: Abbreviations,
): boolean {
  const lower = word.toLowerCase();
  const nextWord = (/^[\p{L}'’]+/u.exec(rest)?.[0] ?? '').toLowerCase();
  const starts = opening !== '' || abbreviations.starters.has(nextWord);
  if (/^\p{N}/u.test(rest) && abbreviations.beforeDigits.has(lower)) return false;
  if (abbreviations.times.has(lower) && /^\p{Lu}/u.test(rest))
    return starts || beginsAfterTime(earlier, rest, abbreviations);
  if (abbreviations.either.has(lower)) return starts;
  if (abbreviations.always.has(lower)) return false;
  // An initial ("J. Smith"; "z. B."), unless a new sentence plainly begins ("vitamin C. It …").
  if (/^[\p{Lu}\p{Ll}]$/u.test(word)) return starts || (word === 'I' && /\p{Ll}\s+$/u.test(earlier));
  if (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return starts;
  // A number alone counts ("1. First"); in some languages it may be an ordinal ("am 3. Mai", but "Nr. 5. Ende").
  if (/^\p{N}{1,3}$/u.test(word)) {
    if (!abbreviations.ordinals) return earlier.trim() !== '';
    const counted = /([\p{L}.]+)\.\s*$/u.exec(earlier)?.[1]?.toLowerCase() ?? '';
    return starts || abbreviations.beforeDigits.has(counted);
  }
  return true;
}

/**
 * Whether a capital after a time of day begins a sentence.
 *
 *     We open at 11 a.m. | Visitors came.   It ends at 5 p.m. Eastern.   At 5 p.m. Smith left.   the 8 a.m. Mass
 *                        ✓                                  ×                    ×                     ×
 */
function beginsAfterTime(earlier: string, rest: string, abbreviations: Abbreviations): boolean {
  const next = /^[\p{L}'’]+/u.exec(rest)?.[0] ?? '';
  const isZone = /^(?:UTC|Z|\p{Lu}{0,3}T)$/u.test(next);
  if (isZone || abbreviations.afterTimes.has(next.toLowerCase())) return false;
  // What stands before the figures of the time.
  const words =
    earlier
      .replace(/[\p{N}:.\s–-]+$/u, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}'’]+/gu) ?? [];
  if (abbreviations.determiners.has(words.at(-1) ?? '')) return false;
  return words.length > 4 || !abbreviations.when.has(words[0] ?? '');
}
