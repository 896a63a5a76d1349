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
  const partBytes = PART_SECONDS * sampleRate * BYTES_PER_FLOAT;
  let waiting: Buffer[] = [];
  let bytes = 0;
  const measure = (whole: Buffer): void => {
    parts.push(measureLevels(decodedSound(whole), sampleRate));
  };
  const output = new Writable({
    // What is closed before the process is seen to be gone counts as a failure (fluent-ffmpeg waits for 20 ms).
    emitClose: false,
    write(piece: Buffer, _encoding, done) {
      waiting.push(piece);
      bytes += piece.length;
      if (bytes >= partBytes) {
        const whole = Buffer.concat(waiting);
        measure(whole.subarray(0, partBytes));
        waiting = [whole.subarray(partBytes)];
        bytes = whole.length - partBytes;
      }
      done();
    },
    final(done) {
      if (bytes > 0) measure(Buffer.concat(waiting));
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
