import { oneSpelling } from './same-sound.ts';

/** A stretch that was heard otherwise. One of the two may be empty: what was not heard, and what nobody was to say. */
export type Difference = { readonly expected: readonly string[]; readonly heard: readonly string[] };

export type Comparison = {
  /** How many words were to be heard. */
  readonly words: number;
  /** How many of them were dropped or changed, and how many were added: the least number that explains what was heard. */
  readonly errors: number;
  /** In their order. */
  readonly differences: readonly Difference[];
};

/** A step of the alignment: so many words of the one text go with so many of the other. */
type Step = { readonly expected: number; readonly heard: number; readonly cost: number };

/**
 * Aligns what was to be said with what was heard, word by word (Levenshtein). Spellings of one sound are the same, and so are
 * words that give the same letters when they are joined: "sea wall" is "seawall", and "P M" is "pm".
 *
 * @param expected canonical words, as `heard`
 */
export function compareWords(expected: readonly string[], heard: readonly string[]): Comparison {
  const width = heard.length + 1;
  const costs = new Float64Array((expected.length + 1) * width);
  const taken: Step[] = [];
  for (let row = 0; row <= expected.length; row += 1)
    for (let column = 0; column <= heard.length; column += 1) {
      if (row === 0 && column === 0) continue;
      let best: Step | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const step of stepsTo(expected, heard, row, column)) {
        const cost = (costs[(row - step.expected) * width + column - step.heard] ?? 0) + step.cost;
        if (cost < least) [best, least] = [step, cost];
      }
      costs[row * width + column] = least;
      if (best) taken[row * width + column] = best;
    }
  return {
    words: expected.length,
    errors: costs[expected.length * width + heard.length] ?? 0,
    differences: differencesOn(taken, expected, heard, width),
  };
}

/** How many words may be joined to be the same as one. */
const mostJoined = 4;

function stepsTo(
  expected: readonly string[],
  heard: readonly string[],
  row: number,
  column: number,
): readonly Step[] {
  const steps: Step[] = [];
  const last = expected[row - 1];
  const lastHeard = heard[column - 1];
  if (last !== undefined && lastHeard !== undefined) {
    steps.push({ expected: 1, heard: 1, cost: oneSpelling(last) === oneSpelling(lastHeard) ? 0 : 1 });
    for (const count of joinedInto(lastHeard, expected, row))
      steps.push({ expected: count, heard: 1, cost: 0 });
    for (const count of joinedInto(last, heard, column)) steps.push({ expected: 1, heard: count, cost: 0 });
  }
  if (last !== undefined) steps.push({ expected: 1, heard: 0, cost: 1 });
  if (lastHeard !== undefined) steps.push({ expected: 0, heard: 1, cost: 1 });
  return steps;
}

/** How many words that end before `end`, two or more, are `whole` when they are joined. */
function joinedInto(whole: string, words: readonly string[], end: number): readonly number[] {
  let joined = words[end - 1] ?? '';
  for (let count = 2; count <= mostJoined && joined.length < whole.length; count += 1) {
    const word = words[end - count];
    if (word === undefined) return [];
    joined = word + joined;
    if (oneSpelling(joined) === oneSpelling(whole)) return [count];
  }
  return [];
}

function differencesOn(
  taken: readonly Step[],
  expected: readonly string[],
  heard: readonly string[],
  width: number,
): readonly Difference[] {
  const found: { expected: string[]; heard: string[] }[] = [];
  let [row, column] = [expected.length, heard.length];
  let inside = false;
  while (row > 0 || column > 0) {
    const step = taken[row * width + column];
    if (step === undefined) break;
    const [toRow, toColumn] = [row - step.expected, column - step.heard];
    if (step.cost > 0) {
      let current = inside ? found[0] : undefined;
      if (current === undefined) found.unshift((current = { expected: [], heard: [] }));
      current.expected.unshift(...expected.slice(toRow, row));
      current.heard.unshift(...heard.slice(toColumn, column));
    }
    inside = step.cost > 0;
    [row, column] = [toRow, toColumn];
  }
  return found;
}
