/**
 * The grid that chunks keep to: 9216 samples of the encoded sound, 8 frames of MP3 and 9 of AAC (192 ms at 48 000 Hz). A chunk
 * that is a whole number of both can be encoded apart, in either, and joined to its neighbours by copying frames.
 */
const GRID_SAMPLES = 9216;

/** What the sound is encoded at, whatever the voice's rate; decoders that know nothing of the encoder's delay are then 23 ms late. */
export type EncodedRate = 48_000 | 44_100;

/** The rate at which sound of `sampleRate` is encoded: the one in which the grid is a whole number of its samples too. */
export function encodedRate(sampleRate: number): EncodedRate | undefined {
  return ([48_000, 44_100] as const).find((rate) => (GRID_SAMPLES * sampleRate) % rate === 0);
}

/** The grid in samples of `sampleRate`. @throws Error for a rate that has none (`bookRate` never gives one). */
export function gridOf(sampleRate: number): number {
  const rate = encodedRate(sampleRate);
  if (rate === undefined)
    throw new Error(`Sound with ${sampleRate} samples a second fits no codec's frames.`);
  return (GRID_SAMPLES * sampleRate) / rate;
}

/** The sample rate of a book whose narrator speaks at `voiceRate`: the voice's own where that has a grid. */
export function bookRate(voiceRate: number): number {
  return encodedRate(voiceRate) === undefined ? 48_000 : voiceRate;
}
