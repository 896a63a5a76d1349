/** Ears: they know a file's sound and nothing else of it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram } from '../tools/find-program.ts';
import bundled from '@ffmpeg-installer/ffmpeg';

const run = promisify(execFile);

/** `ignorant`: as players decode that do not read what the file says of its encoder's delay. */
export type Decoder = 'exact' | 'ignorant';

const rate = 16_000;
/** Loudness is that of a window this long, told this often. */
const windowSamples = rate / 200;
const hopSamples = rate / 1000;

/**
 * The seconds at which something is heard after at least `silenceSeconds` of silence, the beginning of the file
 * counting as such. Heard is what is louder than `decibels` below the file's loudest window.
 */
export async function onsetsAfterSilence(
  file: string,
  { silenceSeconds, decoder, decibels = 40 }: { readonly silenceSeconds: number; readonly decoder: Decoder; readonly decibels?: number }, // prettier-ignore
): Promise<readonly number[]> {
  const levels = loudness(await decode(file, decoder));
  const threshold = levels.reduce((most, level) => Math.max(most, level), 0) * 10 ** (-decibels / 20);
  const found: number[] = [];
  let silentSince = Number.NEGATIVE_INFINITY;
  for (const [index, level] of levels.entries()) {
    const seconds = (index * hopSamples) / rate;
    if (level <= threshold) continue;
    // A window is heard from its last sample on, if what is before it was not.
    const heard = seconds + windowSamples / rate;
    if (heard - silentSince >= silenceSeconds) found.push(heard);
    silentSince = heard;
  }
  return found;
}

function loudness(samples: Int16Array): Float64Array {
  const levels = new Float64Array(Math.max(0, Math.floor((samples.length - windowSamples) / hopSamples)));
  for (let index = 0; index < levels.length; index++) {
    let sum = 0;
    for (const sample of samples.subarray(index * hopSamples, index * hopSamples + windowSamples))
      sum += sample ** 2;
    levels[index] = Math.sqrt(sum / windowSamples);
  }
  return levels;
}

async function decode(file: string, decoder: Decoder): Promise<Int16Array> {
  const blind = [
    ...['-flags2', '+skip_manual'],
    // Edit lists are the MP4 reader's alone.
    ...(file.endsWith('.mp3') ? [] : ['-ignore_editlist', '1']),
  ];
  const { stdout } = await run(
    findProgram('ffmpeg') ?? bundled.path,
    [
      ...['-nostdin', '-v', 'error', ...(decoder === 'ignorant' ? blind : []), '-i', file],
      ...['-map', '0:a', '-f', 's16le', '-ac', '1', '-ar', String(rate), '-'],
    ],
    { encoding: 'buffer', maxBuffer: 2 ** 29 },
  );
  // Of its own, so that the samples are aligned.
  return new Int16Array(new Uint8Array(stdout).buffer, 0, Math.floor(stdout.length / 2));
}
