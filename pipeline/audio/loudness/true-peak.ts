/** Peaks between the samples (ITU-R BS.1770-4, annex 2): what a converter makes of them, found at four times the rate. */

const PHASES = 4;
/** Samples on each side of the place that is asked for. */
const REACH = 8;
const TAPS = 2 * REACH;

/**
 * The weights of the samples around, for the places a quarter, a half and three quarters behind a sample: one array behind
 * the other.
 */
const weights = Float64Array.from(
  Array.from({ length: PHASES - 1 }, (_, index) => {
    const place = (index + 1) / PHASES;
    const taps = Array.from({ length: TAPS }, (_tap, tap) => {
      const distance = tap - (REACH - 1) - place;
      const sinc = Math.sin(Math.PI * distance) / (Math.PI * distance);
      return sinc * (0.5 + 0.5 * Math.cos((Math.PI * distance) / REACH));
    });
    const sum = taps.reduce((total, tap) => total + tap, 0);
    return taps.map((tap) => tap / sum);
  }).flat(),
);

/** The largest magnitude at sample `index` and between it and the next. Beyond the ends is silence. */
export function peakAt(samples: Float32Array, index: number): number {
  const first = index - (REACH - 1);
  const from = Math.max(0, -first);
  const to = Math.min(TAPS, samples.length - first);
  let [quarter, half, most] = [0, 0, 0];
  for (let tap = from; tap < to; tap++) {
    const sample = samples[first + tap] as number;
    quarter += (weights[tap] as number) * sample;
    half += (weights[TAPS + tap] as number) * sample;
    most += (weights[2 * TAPS + tap] as number) * sample;
  }
  return Math.max(Math.abs(samples[index] as number), Math.abs(quarter), Math.abs(half), Math.abs(most));
}

/**
 * A peak between two samples is less than half again as high as the higher of them where the sound has little above a quarter
 * of the sample rate, as speech has: what lies lower needs no look. What is missed for another reason shows when the encoded
 * sound is measured, at 44 100 or 48 000 Hz.
 */
export const WORTH_A_LOOK = 0.66;

/**
 * The true peak of the whole, as a magnitude (1 is full scale).
 *
 * @param step in samples
 * @param squares the largest square of a sample in each step: who walks through the sound knows them, and most need no second look
 */
export function truePeak(samples: Float32Array, step: number, squares: Float64Array): number {
  let peak = Math.sqrt(squares.reduce((most, square) => Math.max(most, square), 0));
  if (peak === 0) return 0;
  const worth = peak * WORTH_A_LOOK;
  for (let index = 0; index < squares.length; index++) {
    if ((squares[index] as number) < worth * worth) continue;
    peak = Math.max(peak, highestIn(samples, index * step, (index + 1) * step, worth));
  }
  return peak;
}

function highestIn(samples: Float32Array, begin: number, end: number, worth: number): number {
  let peak = 0;
  for (let index = begin; index < Math.min(end, samples.length); index++) {
    const sample = samples[index] as number;
    if (sample < worth && sample > -worth) continue;
    peak = Math.max(peak, peakAt(samples, index));
    if (index > 0) peak = Math.max(peak, peakAt(samples, index - 1));
  }
  return peak;
}
