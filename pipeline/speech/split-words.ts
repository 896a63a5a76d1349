/** A word to say: its text with the punctuation that is heard, and how long it is in the unit in which the engine counts. */
export type MeasuredWord = { readonly text: string; readonly length: number };

/**
 * Splits what is too long for an engine: after the last sentence that fits, else the last clause, else the last word. A word
 * is never cut, so a piece exceeds `longest` only where one word does. A space counts one between words.
 *
 * @returns for each piece the index past its last word; every word lies in one piece
 */
export function splitWords(words: readonly MeasuredWord[], longest: number): readonly number[] {
  const ends: number[] = [];
  let from = 0;
  while (from < words.length) {
    const to = endOfPiece(words, from, longest);
    ends.push(to);
    from = to;
  }
  return ends;
}

function endOfPiece(words: readonly MeasuredWord[], from: number, longest: number): number {
  let best: { to: number; rank: number; length: number } | undefined;
  let length = 0;
  for (let index = from; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    length += word.length + (index > from ? 1 : 0);
    if (length > longest) return best?.to ?? index + 1;
    const rank = breakRank(word.text);
    // A better break counts only where it leaves a piece worth saying on its own.
    if (best === undefined || rank >= best.rank || (length * 4 >= longest && best.length * 4 < longest))
      best = { to: index + 1, rank, length };
  }
  return words.length;
}

function breakRank(word: string): number {
  if (/[.!?…。]["'”’)\]]*$/u.test(word)) return 2;
  if (/[,;:–—]["'”’)\]]*$/u.test(word)) return 1;
  return 0;
}
