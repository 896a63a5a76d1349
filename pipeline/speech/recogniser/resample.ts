/** The rate that the recogniser hears at, in samples a second. */
export const hearingRate = 16_000;

/** Zero crossings of the low pass on each side: more cut sharper, and take longer. */
const crossings = 16;
/** The low pass ends a little below half of the lower rate, so that its slope lies inside. */
const passband = 0.95;

/**
 * Brings samples to 16 kHz, as floats from -1 to 1. Band-limited: what a lower rate cannot hold is taken out, not folded
 * into what is heard.
 */
export function toHearingRate(samples: Int16Array, sampleRate: number): Float32Array {
  if (sampleRate === hearingRate) return Float32Array.from(samples, (sample) => sample / 32_768);
  const shared = greatestDivisor(sampleRate, hearingRate);
  // Output sample n lies at input position n * down / up; after `up` of them the places repeat.
  const [up, down] = [hearingRate / shared, sampleRate / shared];
  const cutoff = passband * Math.min(1, up / down);
  const reach = Math.ceil(crossings / cutoff);
  const kernels = Array.from({ length: up }, (_, phase) =>
    lowPass(((phase * down) % up) / up, cutoff, reach),
  );
  const heard = new Float32Array(Math.floor((samples.length * up) / down));
  for (let index = 0; index < heard.length; index += 1) {
    const kernel = kernels[index % up] ?? new Float64Array();
    const first = Math.floor((index * down) / up) - reach;
    let sum = 0;
    for (let tap = 0; tap < kernel.length; tap += 1) sum += (kernel[tap] ?? 0) * (samples[first + tap] ?? 0);
    heard[index] = sum / 32_768;
  }
  return heard;
}

/**
 * A windowed sinc with the gain 1, centred `offset` (0 to 1) input samples after the tap `reach`.
 *
 * @param cutoff of half the input rate
 */
function lowPass(offset: number, cutoff: number, reach: number): Float64Array {
  const taps = Float64Array.from({ length: reach * 2 + 2 }, (_, tap) => {
    const distance = tap - reach - offset;
    if (Math.abs(distance) >= reach + 1) return 0;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1));
    const angle = Math.PI * cutoff * distance;
    return window * (angle === 0 ? 1 : Math.sin(angle) / angle);
  });
  const gain = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / gain);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
