import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { BYTES_PER_FLOAT, decodedOptions, decodedSound } from './decoded.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { Levels } from './loudness/levels.ts';
import { measureLevels } from './loudness/measure-levels.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** So much is measured at once: memory does not grow with the file. */
const PART_SECONDS = 60;

/**
 * What an encoded file measures, in parts of a minute.
 *
 * @param demuxer ffmpeg's name of the format
 * @throws Error when ffmpeg cannot decode it
 */
export async function measureFile(
  ffmpeg: Ffmpeg,
  {
    path,
    demuxer,
    sampleRate,
  }: { readonly path: string; readonly demuxer: string; readonly sampleRate: number },
  signal: AbortSignal,
): Promise<readonly Levels[]> {
  const parts: Levels[] = [];
  const part = Buffer.allocUnsafeSlow(PART_SECONDS * sampleRate * BYTES_PER_FLOAT);
  let filled = 0;
  const measure = (): void => {
    if (filled > 0) parts.push(measureLevels(decodedSound(part.subarray(0, filled)), sampleRate));
    filled = 0;
  };
  const output = new Writable({
    // What is closed before the process is seen to be gone counts as a failure (fluent-ffmpeg waits for 20 ms).
    emitClose: false,
    write(piece: Buffer, _encoding, done) {
      for (let from = 0; from < piece.length;) {
        const copied = piece.copy(part, filled, from);
        from += copied;
        filled += copied;
        if (filled === part.length) measure();
      }
      done();
    },
    final(done) {
      measure();
      done();
    },
  });
  await runFfmpeg(
    ffmpeg,
    {
      purpose: 'measuring what was encoded',
      inputs: [{ options: ['-f', demuxer], source: path }],
      options: ['-map', '0:a', ...decodedOptions(sampleRate)],
      output,
    },
    signal,
  );
  await finished(output);
  return parts;
}
