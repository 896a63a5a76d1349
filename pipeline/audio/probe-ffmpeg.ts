/** Asks an ffmpeg what it is and whether it can do what Lectern needs. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROBE_MILLISECONDS = 20_000;

/** What every audio stage together asks of ffmpeg. */
export const NEEDED = {
  encoders: ['aac', 'libmp3lame', 'mjpeg'],
  muxers: ['adts', 'mp3', 's16le', 'f32le'],
} as const;

export type FfmpegProbe = {
  /** As it calls itself: `5.1.9-0+deb12u1`, `N-47683-g0e8eb07980-static`. */
  readonly version: string;
  /** The libraries it runs with: a system's ffmpeg is a small program, and its encoders live in these. */
  readonly libraries: readonly string[];
  /** Whether it is version 5 or newer. Told by libavformat (59 belongs to 5.0): builds from git carry no version. */
  readonly modern: boolean;
};

/**
 * @throws whatever the system says when the program cannot be started, fails, or does not answer within 20 seconds.
 * @throws Error when it answers but is no ffmpeg.
 */
export async function probeFfmpeg(path: string, signal?: AbortSignal): Promise<FfmpegProbe> {
  const about = await ask(path, '-version', signal);
  const version = /^ffmpeg version (\S+)/.exec(about)?.[1];
  if (version === undefined) throw new Error('it does not answer as ffmpeg does');
  const libraries = [...about.matchAll(/^(lib\w+) +([\d. ]+) \/ +([\d. ]+)$/gm)].map(
    ([, name = '', , running = '']) => `${name} ${running.replaceAll(' ', '')}`,
  );
  const format = libraries.find((library) => library.startsWith('libavformat '));
  return { version, libraries, modern: Number(/(\d+)\./.exec(format ?? '')?.[1] ?? 0) >= 59 };
}

/** The encoders and muxers that it lacks; empty for one that can be used. @throws as `probeFfmpeg` */
export async function whatIsMissing(path: string, signal?: AbortSignal): Promise<readonly string[]> {
  const [encoders, muxers] = await Promise.all([
    ask(path, '-encoders', signal),
    ask(path, '-muxers', signal),
  ]);
  return [...lacking(encoders, NEEDED.encoders, 'encoder'), ...lacking(muxers, NEEDED.muxers, 'muxer')];
}

async function ask(path: string, question: string, signal: AbortSignal | undefined): Promise<string> {
  const { stdout } = await run(path, ['-nostdin', '-hide_banner', question], {
    timeout: PROBE_MILLISECONDS,
    windowsHide: true,
    maxBuffer: 4 * 1024 * 1024,
    ...(signal && { signal }),
  });
  return stdout;
}

/** Lists look like ` A....D libmp3lame   libmp3lame MP3 …`: flags, name, words. */
function lacking(list: string, names: readonly string[], kind: string): readonly string[] {
  const known = new Set(list.split(/\r?\n/).map((line) => line.trim().split(/\s+/)[1]));
  return names.filter((name) => !known.has(name)).map((name) => `the ${kind} ${name}`);
}
