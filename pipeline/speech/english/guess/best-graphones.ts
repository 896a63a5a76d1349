import { wordEnd, wordStart, type GraphoneModel } from './graphone-model.ts';

/** How much is taken off every count and given to what was not seen. */
const discount = 0.8;
/** How many readings of the letters so far are kept. More finds hardly anything better: measured by train-guesser.ts. */
const beam = 14;

/** A reading so much less likely than the best (as a logarithm) is not followed. */
const widest = 12;

type Reading = {
  readonly logProbability: number;
  /** The nodes of the runs that end here, by length; the root first. */
  readonly runs: readonly number[];
  readonly stressed: boolean;
  readonly vowel: boolean;
  readonly graphone: number;
  readonly before: Reading | undefined;
};

/**
 * The most likely phonemes of a word that has only letters a–z, one list a letter: a beam search from left to right, by
 * interpolated counts. At most one primary stress, exactly one where there is a vowel.
 */
export function bestGraphones(
  model: GraphoneModel,
  word: string,
): readonly (readonly string[])[] | undefined {
  const startNode = childOf(model, 0, model.ofLetter.get(wordStart)?.[0] ?? 0);
  let readings: Reading[] = [
    {
      logProbability: 0,
      runs: startNode === 0 ? [0] : [0, startNode],
      stressed: false,
      vowel: false,
      graphone: -1,
      before: undefined,
    },
  ];
  for (const letter of `${word}${wordEnd}`) {
    const range = model.ofLetter.get(letter);
    if (range === undefined) return undefined;
    readings = extend(model, readings, range, letter === wordEnd);
  }
  const best = readings[0];
  if (best === undefined) return undefined;
  const graphones: number[] = [];
  for (let reading = best.before; reading !== undefined && reading.graphone >= 0; reading = reading.before) {
    graphones.push(reading.graphone);
  }
  return graphones.reverse().map((graphone) => model.phonemes[graphone] ?? []);
}

function extend(
  model: GraphoneModel,
  readings: readonly Reading[],
  [from, to]: readonly [number, number],
  last: boolean,
): Reading[] {
  const candidates: { reading: Reading; graphone: number; logProbability: number }[] = [];
  let best = -Infinity;
  for (const reading of readings) {
    const probabilities = probabilitiesAfter(model, reading.runs, from, to);
    for (let graphone = from; graphone < to; graphone++) {
      const stress = stressOf(model, graphone);
      if (reading.stressed && stress.primary) continue;
      let logProbability = reading.logProbability + Math.log(probabilities[graphone - from] ?? 0);
      if (last && reading.vowel && !reading.stressed) logProbability -= 20;
      if (logProbability < best - widest) continue;
      best = Math.max(best, logProbability);
      candidates.push({ reading, graphone, logProbability });
    }
  }
  candidates.sort((a, b) => b.logProbability - a.logProbability);
  return candidates.slice(0, beam).map(({ reading, graphone, logProbability }) => {
    const stress = stressOf(model, graphone);
    return {
      logProbability,
      runs: longerRuns(model, reading.runs, graphone),
      stressed: reading.stressed || stress.primary,
      vowel: reading.vowel || stress.vowel,
      graphone,
      before: reading,
    };
  });
}

function stressOf(model: GraphoneModel, graphone: number): { primary: boolean; vowel: boolean } {
  const phonemes = model.phonemes[graphone] ?? [];
  return {
    primary: phonemes.some((phoneme) => phoneme.endsWith('1')),
    vowel: phonemes.some((phoneme) => /\d$/.test(phoneme)),
  };
}

/** Interpolation with absolute discounting: short runs first, each longer one adds what it saw. */
function probabilitiesAfter(
  model: GraphoneModel,
  runs: readonly number[],
  from: number,
  to: number,
): Float64Array {
  const probabilities = new Float64Array(to - from).fill(1 / model.letters.length);
  for (const run of runs) {
    const total = model.total[run] ?? 0;
    if (total === 0) continue;
    const first = model.firstChild[run] ?? 0;
    const end = model.firstChild[run + 1] ?? 0;
    const left = (discount * (end - first)) / total;
    for (let index = 0; index < probabilities.length; index++)
      probabilities[index] = (probabilities[index] ?? 0) * left;
    for (let child = lowerBound(model, first, end, from); child < end; child++) {
      const graphone = model.graphone[child] ?? 0;
      if (graphone >= to) break;
      const share = ((model.count[child] ?? 0) - discount) / total;
      probabilities[graphone - from] = (probabilities[graphone - from] ?? 0) + share;
    }
  }
  return probabilities;
}

function longerRuns(model: GraphoneModel, runs: readonly number[], graphone: number): readonly number[] {
  const longer = [0];
  for (const run of runs.slice(0, model.order - 1)) {
    const child = childOf(model, run, graphone);
    if (child === 0) break;
    longer.push(child);
  }
  return longer;
}

function childOf(model: GraphoneModel, run: number, graphone: number): number {
  const end = model.firstChild[run + 1] ?? 0;
  const child = lowerBound(model, model.firstChild[run] ?? 0, end, graphone);
  return child < end && model.graphone[child] === graphone ? child : 0;
}

function lowerBound(model: GraphoneModel, from: number, to: number, graphone: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((model.graphone[middle] ?? 0) < graphone) low = middle + 1;
    else high = middle;
  }
  return low;
}
