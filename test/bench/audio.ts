/**
 * What it costs to finish an hour of speech (loudness, M4B, MP3 and Opus, chapters) beside the naive way: ffmpeg's loudnorm in
 * two passes, the second for each of three encodings, since an audiobook is not as loud as a podcast. And beside one that saves
 * that, and makes all three as loud as a podcast.
 *
 *     npm run bench -- audio
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { timeChapter } from '../../pipeline/audio/time-chapter.ts';
import { chunksOf, withSound, toPcm } from '../../pipeline/audio/chunks/pieces.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { hourOfSpeech } from './hour-of-speech.ts';
import { measureProcess, type Measured } from './measure-process.ts';

const ffmpeg = await findFfmpeg({ environment: process.env });
const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
const files = ['naive.m4b', 'naive.mp3', 'naive.opus'];
const at = (name: string): string => join(folder, name);
try {
  const store = await openStore(at('store'));
  const inputs = await hourOfSpeech(store.blobs);
  await writeFile(at('chapters.json'), JSON.stringify(inputs));
  const sampleRate = inputs[0]?.sampleRate ?? 16_000;
  const seconds = await writeHour();

  const process_ = ['--import', import.meta.resolve('tsx'), resolve(import.meta.dirname, 'audio-process.ts')];
  const ours = await measureProcess(process.execPath, [...process_, at('store'), at('chapters.json')]);
  const shell = (script: string) => measureProcess('bash', ['-euc', script, 'bash', ffmpeg.path, folder]);
  const naive = await shell(eachToItsTarget(sampleRate));
  const heard = files.map((name) => `  ${name}: ${loudness(at(name))}`);
  const sparing = await shell(allToOneTarget(sampleRate));
  console.log(`${(seconds / 60).toFixed(0)} minutes of speech, ${inputs.length} chapters`);
  console.log(`  Lectern                         ${line(ours)}`);
  console.log(
    `  the naive way                   ${line(naive)} · Lectern: ${ratio(ours, naive)} × its CPU time`,
  );
  console.log(
    `  the same, all as loud as one    ${line(sparing)} · Lectern: ${ratio(ours, sparing)} × its CPU time`,
  );
  console.log(heard.join('\n'));

  /** The same sound in one file, for the naive way. */
  async function writeHour(): Promise<number> {
    const context = {
      blobs: store.blobs,
      progress: () => undefined,
      signal: new AbortController().signal,
      tools: {},
    };
    const parts: Uint8Array[] = [];
    for (const input of inputs)
      for (const pieces of chunksOf(await timeChapter.run(input, context)))
        parts.push(await withSound(pieces, store.blobs, toPcm));
    const pcm = Buffer.concat(parts);
    await writeFile(at('hour.pcm'), pcm);
    return pcm.length / 2 / sampleRate;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** As guides on the web tell it: measure, then normalise by what was measured while encoding. */
function eachToItsTarget(sampleRate: number): string {
  return `${measuring(sampleRate)}
encode() { "$ffmpeg" -v error -y $input -af "$(loudnorm "$1"),aformat=sample_rates=48000" -c:a "$2" -b:a "$3" "$4"; }
encode -18 aac 64k naive.m4b
encode -16 libmp3lame 64k naive.mp3
encode -16 libopus 32k naive.opus
`;
}

/** The sound is normalised once, and what comes out is encoded three times. */
function allToOneTarget(sampleRate: number): string {
  return `${measuring(sampleRate)}
"$ffmpeg" -v error -y $input -af "$(loudnorm -16),aformat=sample_rates=48000" -c:a pcm_s16le normal.wav
"$ffmpeg" -v error -y -i normal.wav -c:a aac -b:a 64k naive.m4b
"$ffmpeg" -v error -y -i normal.wav -c:a libmp3lame -b:a 64k naive.mp3
"$ffmpeg" -v error -y -i normal.wav -c:a libopus -b:a 32k naive.opus
`;
}

function measuring(sampleRate: number): string {
  return `
ffmpeg=$1; cd "$2"
input="-f s16le -ar ${sampleRate} -ac 1 -i hour.pcm"
"$ffmpeg" -hide_banner -nostats $input -af loudnorm=I=-16:TP=-1.5:LRA=11:print_format=json -f null - 2> measured.txt
value() { grep -o "\\"$1\\" *: *\\"[^\\"]*" measured.txt | grep -o '[-0-9.inf]*$'; }
loudnorm() { echo "loudnorm=I=$1:TP=-1.5:LRA=11:measured_I=$(value input_i):measured_TP=$(value input_tp):measured_LRA=$(value input_lra):measured_thresh=$(value input_thresh):linear=true"; }
`;
}

function loudness(file: string): string {
  const args = [
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-af',
    'ebur128=peak=true:framelog=verbose',
    '-f',
    'null',
    '-',
  ];
  const said = execFileSync('bash', ['-c', '"$@" 2>&1', 'bash', ffmpeg.path, ...args], { encoding: 'utf8' });
  const last = (pattern: RegExp): string => [...said.matchAll(pattern)].at(-1)?.[1] ?? '?';
  return `${last(/I:\s+(-?[\d.]+) LUFS/g)} LUFS, ${last(/Peak:\s+(-?[\d.]+) dBFS/g)} dBTP`;
}

function line({ wallSeconds, cpuSeconds, megabytes }: Measured): string {
  return `${cpuSeconds?.toFixed(1) ?? '?'} s of CPU, ${wallSeconds.toFixed(1)} s, ${megabytes?.toFixed(0) ?? '?'} MB`;
}

function ratio(one: Measured, other: Measured): string {
  return ((one.cpuSeconds ?? NaN) / (other.cpuSeconds ?? NaN)).toFixed(2);
}
