/**
 * Splits a text that is too long for an engine: after the last sentence that fits, else the last clause, else the last
 * word. A word is never cut, so a piece exceeds `longest` only where one word does.
 * The pieces' words are the text's words.
 */
export function splitAtClauses(text: string, longest: number): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > longest) {
    const at = breakBefore(rest, longest);
    if (at === undefined) break;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') pieces.push(rest);
  return pieces;
}

/** Where the first piece ends: at white space, at or before `longest` where there is any. */
function breakBefore(text: string, longest: number): number | undefined {
  let best: { readonly at: number; readonly rank: number } | undefined;
  for (const space of text.matchAll(/\s+/gu)) {
    if (space.index > longest) return best?.at ?? space.index;
    const rank = breakRank(text.slice(0, space.index));
    // A better break counts only where it leaves a piece worth saying on its own.
    const enough = space.index * 4 >= longest;
    if (best === undefined || rank >= best.rank || (enough && best.at * 4 < longest))
      best = { at: space.index, rank };
  }
  return best?.at;
}

function breakRank(before: string): number {
  if (/[.!?…。]["'”’)\]]*$/u.test(before)) return 2;
  if (/[,;:–—]["'”’)\]]*$/u.test(before)) return 1;
  return 0;
}
