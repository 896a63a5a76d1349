/** What a stretch of sound measures, in a form that adds up: a book's loudness is that of its chunks' blocks together. */
import { z } from 'zod';

export const levelsSchema = z.strictObject({
  /**
   * The gating blocks of BS.1770 (400 ms, one every 100 ms) above the absolute gate, by loudness: tenths of a LU and how many
   * there are, two numbers each, in order.
   */
  blocks: z.array(z.int()),
  samples: z.int().nonnegative(),
  sampleRate: z.int().positive(),
  /** dB below full scale, in hundredths; nothing for silence. */
  truePeak: z.int().exactOptional(),
  /** Mean power in dB below full scale, in hundredths; nothing for silence. */
  rms: z.int().exactOptional(),
  /** Of the quietest half second, likewise. */
  floor: z.int().exactOptional(),
  /** The power of each second, in whole dB below full scale; -99 is silence. For pictures. */
  seconds: z.array(z.int()),
});
export type Levels = z.output<typeof levelsSchema>;

const RELATIVE_GATE_LU = 10;

/** Integrated loudness in LUFS (BS.1770-4, both gates), or nothing where nothing is louder than -70. */
export function loudnessOf(parts: readonly Levels[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { blocks } of parts)
    for (let index = 0; index < blocks.length; index += 2)
      counts.set(blocks[index] ?? 0, (counts.get(blocks[index] ?? 0) ?? 0) + (blocks[index + 1] ?? 0));
  const ungated = mean(counts, -Infinity);
  return ungated === undefined ? undefined : mean(counts, ungated - RELATIVE_GATE_LU);
}

function mean(counts: ReadonlyMap<number, number>, aboveLufs: number): number | undefined {
  let [power, number] = [0, 0];
  for (const [tenths, count] of counts) {
    if (tenths / 10 <= aboveLufs) continue;
    power += count * 10 ** (tenths / 100);
    number += count;
  }
  return number === 0 ? undefined : 10 * Math.log10(power / number);
}

/** The highest true peak in dB below full scale, or nothing for silence. */
export function truePeakOf(parts: readonly Levels[]): number | undefined {
  const peaks = parts.flatMap(({ truePeak }) => (truePeak === undefined ? [] : [truePeak / 100]));
  return peaks.length === 0 ? undefined : peaks.reduce((highest, peak) => Math.max(highest, peak));
}

/** Mean power of all, in dB below full scale, or nothing for silence. */
export function rmsOf(parts: readonly Levels[]): number | undefined {
  let [energy, seconds] = [0, 0];
  for (const { rms, samples, sampleRate } of parts) {
    seconds += samples / sampleRate;
    if (rms !== undefined) energy += 10 ** (rms / 1000) * (samples / sampleRate);
  }
  return energy === 0 ? undefined : 10 * Math.log10(energy / seconds);
}

/** The quietest half second of all, in dB below full scale; nothing where one is silent, or there are none. */
export function floorOf(parts: readonly Levels[]): number | undefined {
  if (parts.length === 0) return undefined;
  return parts.reduce<number | undefined>(
    (lowest, { floor }) =>
      lowest === undefined || floor === undefined ? undefined : Math.min(lowest, floor / 100),
    Infinity,
  );
}

/** The same sound with another gain, where no limiter had to act: half decibels move whole bins. */
export function amplified(levels: Levels, gainDb: number): Levels {
  const { truePeak, rms, floor, blocks } = levels;
  const hundredths = Math.round(gainDb * 100);
  return {
    ...levels,
    blocks: blocks.map((value, index) => (index % 2 === 0 ? value + Math.round(gainDb * 10) : value)),
    ...(truePeak !== undefined && { truePeak: truePeak + hundredths }),
    ...(rms !== undefined && { rms: rms + hundredths }),
    ...(floor !== undefined && { floor: floor + hundredths }),
    seconds: levels.seconds.map((level) => (level <= -99 ? level : Math.round(level + gainDb))),
  };
}
