import { truePeakOf, type Levels } from './loudness/levels.ts';

/** How much lower the limiter is set each time, at least. */
const STEP_DB = 1;
const MOST_TRIES = 5;

/**
 * Lossy coding moves peaks: where the decoded sound passes the target's, it is limited more and encoded again. What the last
 * try gives is given back as it is; its levels tell the truth.
 */
export async function belowPeak<T>(
  { ceilingDb: first, truePeakDb }: { readonly ceilingDb: number; readonly truePeakDb: number },
  encode: (ceilingDb: number) => Promise<T>,
  levelsOf: (encoded: T) => readonly Levels[],
): Promise<T> {
  for (let tries = 1, ceilingDb = first; ; tries++) {
    const encoded = await encode(ceilingDb);
    const over = (truePeakOf(levelsOf(encoded)) ?? -Infinity) - truePeakDb;
    if (over <= 0 || tries === MOST_TRIES) return encoded;
    ceilingDb -= Math.max(STEP_DB, over);
  }
}
