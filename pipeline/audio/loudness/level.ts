/** How loud sound is made: a gain, and what the limiter lets through after it, in dB below full scale. */
export type Level = { readonly gainDb: number; readonly ceilingDb: number };

/** Decibels as a factor of the samples. */
export function factorOf(decibels: number): number {
  return 10 ** (decibels / 20);
}

/** What an encoder takes away from all that it is given: LAME multiplies samples by 0.95 unless it is told otherwise. */
const encoderLossDb = { aac: 0, mp3: -20 * Math.log10(0.95), opus: 0 } as const;

/** The level that an encoder must be given, so that it is this one when it comes out. */
export function madeUp({ gainDb, ceilingDb }: Level, codec: keyof typeof encoderLossDb): Level {
  const lossDb = encoderLossDb[codec];
  return { gainDb: gainDb + lossDb, ceilingDb: ceilingDb + lossDb };
}
