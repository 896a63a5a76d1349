import type { Token } from './tokens.ts';

/** What a line holds: the field's habit for captions, which every player shows whole. */
export const LINE_COLUMNS = 42;
/** What a good place to break is worth, in columns of difference between the lines. */
const CLAUSE_BONUS = 10;

/**
 * Where to break tokens into two lines of about one length, at a clause where there is one.
 *
 * @returns how many stand in the first line; all of them if one line holds them; undefined if two do not.
 */
export function breakOf(tokens: readonly Token[]): number | undefined {
  const whole = columnsIn(tokens);
  // A word that is longer than a line, such as an address, stands alone and the player breaks it.
  if (tokens.length === 1 || whole <= LINE_COLUMNS) return tokens.length;
  let best: number | undefined;
  let least = Infinity;
  let above = 0;
  for (const [index, token] of tokens.entries()) {
    above += widthOf(token, index);
    const next = tokens[index + 1];
    if (next === undefined) break;
    const below = whole - above - (next.afterSpace ? 1 : 0);
    if (!fits(above, index + 1) || !fits(below, tokens.length - index - 1)) continue;
    const cost = Math.abs(above - below) - (token.endsClause ? CLAUSE_BONUS : 0);
    if (cost < least) [best, least] = [index + 1, cost];
  }
  return best;
}

/** The lines of tokens that are broken there. */
export function linesOf(tokens: readonly Token[], first: number): readonly string[] {
  return [tokens.slice(0, first), tokens.slice(first)].filter(({ length }) => length > 0).map(textOf);
}

function fits(columns: number, tokens: number): boolean {
  return columns <= LINE_COLUMNS || tokens === 1;
}

/** How wide the tokens are in one line. */
export function columnsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token, index) => sum + widthOf(token, index), 0);
}

/** With the space before it, which the first of a line has not. */
function widthOf({ columns, afterSpace }: Token, index: number): number {
  return columns + (afterSpace && index > 0 ? 1 : 0);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, afterSpace }, index) => (afterSpace && index > 0 ? ` ${text}` : text)).join('');
}
