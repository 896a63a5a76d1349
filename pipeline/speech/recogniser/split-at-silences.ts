import { hearingRate } from './resample.ts';

/** The longest piece that the recogniser hears well, in samples: it was trained on less than 20 seconds. */
export const longestPiece = 20 * hearingRate;
/** Pieces are at least half as long: a short one tells the recogniser little. */
const shortestPiece = longestPiece / 2;
/** How long a place must be quiet to be the best one to cut: 150 ms are a pause, not the closure of a stop. */
const quietSamples = 0.15 * hearingRate;
const stepSamples = 0.01 * hearingRate;

/** Cuts what is longer than 20 seconds at its quietest places. Every sample lies in one piece. */
export function splitAtSilences(samples: Float32Array): readonly Float32Array[] {
  const pieces: Float32Array[] = [];
  let rest = samples;
  while (rest.length > longestPiece) {
    const cut = quietestPlace(rest, shortestPiece, longestPiece);
    pieces.push(rest.subarray(0, cut));
    rest = rest.subarray(cut);
  }
  return [...pieces, rest];
}

/** The middle of the stretch between `from` and `to` that has the least energy. */
function quietestPlace(samples: Float32Array, from: number, to: number): number {
  let best = { at: to, energy: Number.POSITIVE_INFINITY };
  for (let begin = from; begin + quietSamples <= to; begin += stepSamples) {
    let energy = 0;
    for (let index = begin; index < begin + quietSamples; index += 1) energy += (samples[index] ?? 0) ** 2;
    if (energy < best.energy) best = { at: begin + quietSamples / 2, energy };
  }
  return best.at;
}
