import { columnsOf } from './columns.ts';
import type { Token } from './tokens.ts';

/** What a line holds: the field's habit for captions, which every player shows whole. */
export const LINE_COLUMNS = 42;
/** What a good place to break is worth, in columns of difference between the lines. */
const CLAUSE_BONUS = 10;

/** The tokens in one line, or in two of about one length, broken at a clause where there is one; undefined if they do not fit. */
export function layLines(tokens: readonly Token[]): readonly string[] | undefined {
  const whole = textOf(tokens);
  // A word that is longer than a line, such as an address, stands alone and the player breaks it.
  if (tokens.length === 1 || columnsOf(whole) <= LINE_COLUMNS) return [whole];
  let best: readonly string[] | undefined;
  let least = Infinity;
  for (let index = 1; index < tokens.length; index += 1) {
    const [above, below] = [tokens.slice(0, index), tokens.slice(index)];
    const lines = [textOf(above), textOf(below)];
    const [one = 0, two = 0] = lines.map(columnsOf);
    if ((one > LINE_COLUMNS && above.length > 1) || (two > LINE_COLUMNS && below.length > 1)) continue;
    const cost = Math.abs(one - two) - (endsClause(tokens[index - 1]) ? CLAUSE_BONUS : 0);
    if (cost < least) [best, least] = [lines, cost];
  }
  return best;
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text, afterSpace }, index) => (afterSpace && index > 0 ? ` ${text}` : text)).join('');
}

export function endsClause(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.endsUtterance || /[,;:—–،؛、，；：。！？.!?…][)\]"'”’»]*$/u.test(token.text))
  );
}
