/** Breaks a text into lines of even length. */

/** The width of a text, in the unit of the widths it is compared with. */
export type Measure = (text: string) => number;

/**
 * As few lines as fit the width, and then as even as that many lines can be. Words longer than a line are broken,
 * where the language writes spaces with a hyphen; no-break spaces do not part words. Never a line wider than `width`, unless one character is.
 */
export function wrapText(text: string, width: number, measure: Measure, language: string): readonly string[] {
  const words = text.split(/[ \t\n]+/).filter((word) => word !== '');
  const fewest = fill(words, width, measure, language);
  // Narrower, as long as it takes no line more and breaks no word that was whole.
  let [narrow, wide] = [width / 2, width];
  let best = fewest;
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2;
    const lines = fill(words, middle, measure, language);
    const tight =
      lines.length > fewest.length || words.some((word) => measure(word) > middle && measure(word) <= width);
    if (tight) narrow = middle;
    else [wide, best] = [middle, lines];
  }
  return best;
}

function fill(
  words: readonly string[],
  width: number,
  measure: Measure,
  language: string,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measure(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = measure(word) <= width ? [word] : breakWord(word, width, measure, language);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** Scripts that put no spaces between words: a line may end after any of them. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Mymr}\p{sc=Tibt}]/u;
/** What may not begin a line. */
const closing = /^[\p{Pe}\p{Pf}\p{Po}ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;

function breakWord(word: string, width: number, measure: Measure, language: string): readonly string[] {
  const spaced = !unspaced.test(word);
  const hyphen = spaced && /^\p{L}/u.test(word) ? '-' : '';
  const segmenter = new Intl.Segmenter(language, { granularity: spaced ? 'grapheme' : 'word' });
  const parts: string[] = [];
  let part = '';
  for (const { segment } of segmenter.segment(word)) {
    if (part === '' || closing.test(segment) || measure(part + segment + hyphen) <= width) part += segment;
    else {
      parts.push(part + hyphen);
      part = segment;
    }
  }
  return [...parts, part];
}
