/** ffmpeg's own meters, beside ours: what it says of a file of sound in one reading. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';

export type Metered = {
  /** Integrated, in LUFS; a frame's reading has thousandths, the summary tenths. */
  readonly loudness: number;
  /** In dB below full scale, as the two below. */
  readonly truePeak: number;
  readonly mean: number;
  readonly highest: number;
  /** Seconds of silence at its beginning and end: below -60 dB. */
  readonly head: number;
  readonly tail: number;
  /** Hertz, and as ffmpeg calls the rest: `mp3`, `mono`, `192 kb/s`. */
  readonly stream: string;
};

/** @param files one, or several that are heard as one behind the other */
export async function meter(...files: readonly string[]): Promise<Metered> {
  const { path } = await findFfmpeg({ environment: process.env });
  const joined = files.map((_, index) => `[${index}:a]`).join('') + `concat=n=${files.length}:v=0:a=1`;
  const meters = 'ebur128=peak=true:framelog=verbose:metadata=1,ametadata=print:key=lavfi.r128.I:file=-,volumedetect,silencedetect=noise=-60dB:d=0.1'; // prettier-ignore
  const { stdout, stderr } = await promisify(execFile)(
    path,
    ['-nostdin', '-hide_banner', ...files.flatMap((file) => ['-i', file]), '-filter_complex', `${joined},${meters}`, '-f', 'null', '-'], // prettier-ignore
    { maxBuffer: 2 ** 25 },
  );
  const all = (pattern: RegExp, text = stderr): readonly number[] => [...text.matchAll(pattern)].map(([, number]) => Number(number)); // prettier-ignore
  const last = (pattern: RegExp, text = stderr): number => all(pattern, text).at(-1) ?? NaN;
  const begins = all(/silence_start: (-?[\d.e-]+)/g);
  const ends = all(/silence_end: (-?[\d.e-]+)/g);
  return {
    loudness: last(/r128\.I=(-?[\d.]+)/g, stdout),
    truePeak: last(/\bPeak:\s+(-?[\d.]+) dBFS/g),
    mean: last(/\bmean_volume: (-?[\d.]+) dB/g),
    highest: last(/\bmax_volume: (-?[\d.]+) dB/g),
    head: (begins[0] ?? 1) <= 0 ? (ends[0] ?? NaN) : 0,
    tail: (ends.at(-1) ?? NaN) - (begins.at(-1) ?? NaN),
    stream: /Audio: (.*)/.exec(stderr)?.[1] ?? '',
  };
}
