/** How far two recordings of the same samples' length lie from each other. */
import { frameSize, melTriangles, powerSpectra } from './spectrum.ts';

export type Distance = {
  /** Of the first as signal and the difference as noise, in dB. */
  readonly signalToNoise: number;
  /** Root mean square over the bins of a frame of the difference of levels, mean over the frames, in dB. */
  readonly logSpectral: number;
  /** Mean difference of levels in 80 mel bands, in dB. */
  readonly mel: number;
  /** The log-spectral distance of each band of `bandEdges`. */
  readonly bands: readonly number[];
};

/** In hertz: 0–1, 1–2, 2–4, 4–8 and 8–12 kHz. */
export const bandEdges = [0, 1000, 2000, 4000, 8000, 12_000] as const;

const sampleRate = 24_000;
const triangles = melTriangles(80, sampleRate);
/** Frames this far below the loudest are silence: their level means nothing. */
const silenceDecibels = 50;
/** What is this far below the loudest frame's mean power cannot be heard beside it. */
const floorDecibels = 80;

/** @throws Error where the lengths differ: then the words do not lie side by side. */
export function distanceOf(reference: Float32Array, other: Float32Array): Distance {
  if (reference.length !== other.length) throw new Error('The recordings differ in length.');
  const [a, b] = [powerSpectra(reference), powerSpectra(other)];
  const powers = a.map((row) => mean(row));
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  const floor = loudest * 10 ** (-floorDecibels / 10);
  const heard = a.flatMap((row, frame) => {
    const isHeard = (powers[frame] ?? 0) > loudest * 10 ** (-silenceDecibels / 10);
    return isHeard ? [{ row, twin: b[frame] ?? row }] : [];
  });
  const levels = (from: number, to: number) =>
    mean(
      heard.map(({ row, twin }) => {
        const squares = differences(row.subarray(from, to), twin.subarray(from, to), floor);
        return Math.sqrt(mean(squares.map((value) => value ** 2)));
      }),
    );
  return {
    signalToNoise: signalToNoise(reference, other),
    logSpectral: levels(0, frameSize / 2 + 1),
    mel: mean(heard.map(({ row, twin }) => mean(differences(mels(row), mels(twin), floor).map(Math.abs)))),
    bands: bandEdges.slice(1).map((edge, index) => levels(bin(bandEdges[index] ?? 0), bin(edge))),
  };
}

export function meanDistance(distances: readonly Distance[]): Distance {
  const of = (pick: (distance: Distance) => number) => mean(distances.map(pick));
  return {
    signalToNoise: of(({ signalToNoise: value }) => value),
    logSpectral: of(({ logSpectral }) => logSpectral),
    mel: of(({ mel }) => mel),
    bands: bandEdges.slice(1).map((_, index) => of(({ bands }) => bands[index] ?? 0)),
  };
}

function signalToNoise(reference: Float32Array, other: Float32Array): number {
  let signal = 0;
  let noise = 0;
  reference.forEach((value, index) => {
    signal += value ** 2;
    noise += (value - (other[index] ?? 0)) ** 2;
  });
  return 10 * Math.log10(signal / noise);
}

function differences(a: Float64Array, b: Float64Array, floor: number): Float64Array {
  return a.map((value, index) => 10 * Math.log10((value + floor) / ((b[index] ?? 0) + floor)));
}
function mels(row: Float64Array): Float64Array {
  return Float64Array.from(triangles, (weights) => weights.reduce((sum, weight, index) => sum + weight * (row[index] ?? 0), 0)); // prettier-ignore
}
function bin(hertz: number): number {
  return Math.round((hertz * frameSize) / sampleRate);
}
function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}
