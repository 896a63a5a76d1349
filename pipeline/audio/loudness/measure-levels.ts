import { kWeighting } from './k-weighting.ts';
import type { Levels } from './levels.ts';
import { truePeak } from './true-peak.ts';

/** What BS.1770 adds to the mean power of a channel, in dB. */
const OFFSET_DB = -0.691;
const ABSOLUTE_GATE_LUFS = -70;
const BLOCK_STEPS = 4;
const STEPS_A_SECOND = 10;
const SILENT = -99;

/**
 * Measures mono samples (1 is full scale) from the first to the last, as if silence were around them.
 * A last block that the sound does not fill is left out, as the recommendation has it.
 */
export function measureLevels(samples: Float32Array, sampleRate: number): Levels {
  const step = Math.round(sampleRate / STEPS_A_SECOND);
  const { weighted, plain, highest } = powers(samples, sampleRate, step);
  const peak = truePeak(samples, step, highest);
  let total = 0;
  for (const power of plain) total += power;
  const floor = quietest(plain, samples.length, step);
  return {
    blocks: blocksOf(weighted, Math.floor(samples.length / step), step),
    samples: samples.length,
    sampleRate,
    ...(peak > 0 && { truePeak: hundredths(20 * Math.log10(peak)) }),
    ...(total > 0 && { rms: hundredths(10 * Math.log10(total / samples.length)) }),
    ...(floor > 0 && { floor: hundredths(10 * Math.log10(floor)) }),
    seconds: secondsOf(plain, samples.length, step),
  };
}

/** Of each tenth of a second the sum of squares, weighted and plain, and the highest of the plain ones. */
function powers(
  samples: Float32Array,
  sampleRate: number,
  step: number,
): { readonly weighted: Float64Array; readonly plain: Float64Array; readonly highest: Float64Array } {
  const [[b0, b1, b2, a1, a2], [, , , c1, c2]] = kWeighting(sampleRate);
  const count = Math.ceil(samples.length / step);
  const weighted = new Float64Array(count);
  const plain = new Float64Array(count);
  const highest = new Float64Array(count);
  // Two sections in transposed form. The state is in locals: this loop sees every sample of a book.
  let s1 = 0;
  let s2 = 0;
  let t1 = 0;
  let t2 = 0;
  for (let index = 0; index < count; index++) {
    const end = Math.min(samples.length, (index + 1) * step);
    let sum = 0;
    let bare = 0;
    let top = 0;
    for (let at = index * step; at < end; at++) {
      const x = samples[at] as number;
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      const z = y + t1;
      t1 = -2 * y - c1 * z + t2;
      t2 = y - c2 * z;
      sum += z * z;
      const square = x * x;
      bare += square;
      if (square > top) top = square;
    }
    // What fades away in a recursive filter becomes so small that processors slow down.
    if (Math.abs(t1) < 1e-20) t1 = t2 = 0;
    if (Math.abs(s1) < 1e-20) s1 = s2 = 0;
    weighted[index] = sum;
    plain[index] = bare;
    highest[index] = top;
  }
  return { weighted, plain, highest };
}

function blocksOf(weighted: Float64Array, whole: number, step: number): number[] {
  const counts = new Map<number, number>();
  for (let begin = 0; begin + BLOCK_STEPS <= whole; begin++) {
    let sum = 0;
    for (let index = begin; index < begin + BLOCK_STEPS; index++) sum += weighted[index] ?? 0;
    const lufs = OFFSET_DB + 10 * Math.log10(sum / (BLOCK_STEPS * step));
    if (!(lufs > ABSOLUTE_GATE_LUFS)) continue;
    const tenths = Math.round(lufs * 10);
    counts.set(tenths, (counts.get(tenths) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
}

/** The mean power of the quietest half second; that of the whole where it is shorter. */
function quietest(plain: Float64Array, samples: number, step: number): number {
  const window = Math.min(STEPS_A_SECOND / 2, plain.length);
  let lowest = Infinity;
  for (let begin = 0; begin + window <= plain.length; begin++) {
    let sum = 0;
    for (let index = begin; index < begin + window; index++) sum += plain[index] ?? 0;
    // The last tenth of a second may not be whole.
    lowest = Math.min(lowest, sum / (Math.min(samples, (begin + window) * step) - begin * step));
  }
  return lowest === Infinity ? 0 : lowest;
}

function secondsOf(plain: Float64Array, samples: number, step: number): number[] {
  const seconds: number[] = [];
  for (let begin = 0; begin < plain.length; begin += STEPS_A_SECOND) {
    let sum = 0;
    for (let index = begin; index < Math.min(plain.length, begin + STEPS_A_SECOND); index++)
      sum += plain[index] ?? 0;
    const length = Math.min(samples - begin * step, STEPS_A_SECOND * step);
    seconds.push(sum === 0 ? SILENT : Math.max(SILENT, Math.round(10 * Math.log10(sum / length))));
  }
  return seconds;
}

function hundredths(decibels: number): number {
  return Math.round(decibels * 100);
}
