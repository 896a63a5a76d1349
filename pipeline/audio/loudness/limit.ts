import { scratchSound } from '../scratch.ts';
import { peakAt, WORTH_A_LOOK } from './true-peak.ts';

/** How long before a peak the gain begins to go down; long enough that the change itself is not heard. */
const ATTACK_SECONDS = 0.004;
/** In which time the gain comes back, by a factor of e. */
const RELEASE_SECONDS = 0.08;
/** A gain so near to 1 changes no sample of 16 bits. */
const NOTHING = 1e-6;

/**
 * Keeps true peaks (1 is full scale) at or below `ceiling`, in place: the gain goes down before a peak and comes back after
 * it, and is 1 elsewhere. No sample moves in time. Sound in which nothing is too high stays as it is, to the bit.
 *
 * @returns whether anything was changed
 */
export function limit(samples: Float32Array, sampleRate: number, ceiling: number): boolean {
  const attack = Math.max(1, Math.round(ATTACK_SECONDS * sampleRate));
  const gains = gainsWanted(samples, ceiling, attack);
  if (gains === undefined) return false;
  const back = 1 - Math.exp(-1 / (RELEASE_SECONDS * sampleRate));
  // Before the sound the gain is what its first sample needs: a peak that comes at once finds it down already.
  const first = gains[0] as number;
  let gain = first;
  // The sum of the last `attack` gains less 1 each, and for how many samples it has been nothing.
  let [sum, still] = [attack * (first - 1), first === 1 ? attack : 0];
  for (let index = 0; index < samples.length; index++) {
    const wanted = gains[index] as number;
    if (wanted === 1 && gain === 1) {
      if (still >= attack) continue;
      still++;
    } else {
      still = 0;
      gain += (1 - gain) * back;
      if (gain > 1 - NOTHING) gain = 1;
      if (wanted < gain) gain = wanted;
      gains[index] = gain;
    }
    sum += gain - (index >= attack ? (gains[index - attack] as number) : first);
    // The mean of these gains: a ramp that has come down when the peak is there.
    samples[index] = (samples[index] as number) * Math.min(1, 1 + sum / attack);
    if (still >= attack) sum = 0;
  }
  return true;
}

/** For each sample the least gain that it and the `ahead` - 1 samples after it need; nothing where none needs any. */
function gainsWanted(samples: Float32Array, ceiling: number, ahead: number): Float32Array | undefined {
  const worth = ceiling * WORTH_A_LOOK;
  const last = samples.length - 1;
  let gains: Float32Array | undefined;
  let isHigh = Math.abs(samples[0] ?? 0) >= worth;
  for (let index = 0; index <= last; index++) {
    const next = index < last ? (samples[index + 1] as number) : 0;
    const isNextHigh = next >= worth || next <= -worth;
    const isWorth = isHigh || isNextHigh;
    isHigh = isNextHigh;
    if (!isWorth || highestBy(samples, index) <= ceiling) continue;
    const peak = peakAt(samples, index);
    if (peak <= ceiling) continue;
    gains ??= room(samples.length).fill(1);
    const gain = ceiling / peak;
    // A peak between two samples belongs to both.
    const end = Math.min(last, index + 1);
    for (let before = Math.max(0, index - ahead + 1); before <= end; before++)
      if (gain < (gains[before] as number)) gains[before] = gain;
  }
  return gains;
}

const room = scratchSound();

/**
 * So much of the bend goes into a peak between two samples at most: an eighth (what a parabola has), times 2.5, because a
 * difference of samples makes the bend of high tones too small.
 */
const SHARE_OF_BEND = 2.5 / 8;

/** What no peak at sample `index`, or between it and the next, is higher than: far cheaper than the peak itself. */
function highestBy(samples: Float32Array, index: number): number {
  if (index < 2 || index + 3 >= samples.length) return Infinity;
  const before = samples[index - 1] as number;
  const here = samples[index] as number;
  const next = samples[index + 1] as number;
  const after = samples[index + 2] as number;
  const bend = Math.max(
    Math.abs((samples[index - 2] as number) - 2 * before + here),
    Math.abs(before - 2 * here + next),
    Math.abs(here - 2 * next + after),
    Math.abs(next - 2 * after + (samples[index + 3] as number)),
  );
  return Math.max(Math.abs(here), Math.abs(next)) + SHARE_OF_BEND * bend;
}
