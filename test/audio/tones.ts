/** Sound whose every beginning is known, and ears that find it again. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tone of full loudness from its first sample on, at half of full scale. */
export function tone(seconds: number, sampleRate: number, hertz = 440): Uint8Array {
  const samples = new Int16Array(Math.round(seconds * sampleRate));
  for (let index = 0; index < samples.length; index++) {
    samples[index] = Math.round(16_000 * Math.cos((2 * Math.PI * hertz * index) / sampleRate));
  }
  return new Uint8Array(samples.buffer);
}

/** How a file is decoded: `ignorant` leaves out what the file says of its encoder's delay, as simple players do. */
export type Decoder = 'exact' | 'ignorant';

/** The seconds at which sound begins after at least 0.2 seconds of silence, in the decoded file. */
export async function onsets(ffmpeg: string, file: string, decoder: Decoder): Promise<readonly number[]> {
  // An eighth of a millisecond is near enough.
  const rate = 8000;
  const blind = decoder === 'ignorant' ? ['-flags2', '+skip_manual', '-ignore_editlist', '1'] : [];
  // The option for edit lists is the MP4 reader's alone.
  const options = file.endsWith('.mp3') ? blind.slice(0, 2) : blind;
  const { stdout } = await run(
    ffmpeg,
    [
      '-nostdin',
      '-v',
      'error',
      ...options,
      '-i',
      file,
      '-map',
      '0:a',
      '-f',
      's16le',
      '-ac',
      '1',
      '-ar',
      String(rate),
      '-',
    ],
    { encoding: 'buffer', maxBuffer: 512 * 1024 * 1024 },
  );
  const samples = new Int16Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 2));
  const found: number[] = [];
  let quiet = rate;
  for (let index = 0; index < samples.length; index++) {
    if (Math.abs(samples[index] ?? 0) < 4000) {
      quiet++;
      continue;
    }
    if (quiet > 0.2 * rate) found.push(index / rate);
    quiet = 0;
  }
  return found;
}
