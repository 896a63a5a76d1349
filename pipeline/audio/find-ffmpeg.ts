/** Which ffmpeg is used: the one FFMPEG_PATH names, else the system's, else the one that came with Lectern. */
import { access, chmod, constants, realpath, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { sha256OfFile } from '../engine/digest.ts';
import { probeFfmpeg, whatIsMissing, type FfmpegProbe } from './probe-ffmpeg.ts';
import type { ProvenFfmpegs } from './proven-ffmpegs.ts';

export type Ffmpeg = {
  /** Absolute. */
  readonly path: string;
  readonly version: string;
  /** Of the program's file. */
  readonly sha256: string;
  /** What belongs to the key of a stage. Where the program lies does not: the same build gives the same bytes. */
  readonly identity: {
    readonly version: string;
    readonly sha256: string;
    readonly libraries: readonly string[];
  };
};

/** The tools of a stage that runs ffmpeg. */
export type FfmpegTools = { readonly ffmpeg: Ffmpeg };

export type FfmpegEnvironment = {
  readonly FFMPEG_PATH?: string | undefined;
  readonly PATH?: string | undefined;
};

export type FindFfmpegOptions = {
  /** `process.env`, or what stands in for it. */
  readonly environment: FfmpegEnvironment;
  readonly signal?: AbortSignal;
  /** Says where the one that came with Lectern lies; asked only when it is needed. */
  readonly bundled?: () => Promise<string>;
  /** Those that were found to have all that is needed before, so that they need not be asked again. */
  readonly proven?: ProvenFfmpegs;
};

/**
 * Finds an ffmpeg that has all that the audio stages need.
 *
 * FFMPEG_PATH is an order: when what it names cannot be used, that is an error, never a reason to use another.
 * The system's is passed over when it is older than 5 or lacks an encoder; then the bundled one is used.
 *
 * @throws Error in one sentence, with the reason as its `cause` where there is one.
 */
export async function findFfmpeg(options: FindFfmpegOptions): Promise<Ffmpeg> {
  const { environment, bundled = installed } = options;
  const named = environment.FFMPEG_PATH;
  if (named !== undefined && named !== '') return useNamed(resolve(named), options);
  return (await findSystem(environment.PATH ?? '', options)) ?? (await useBundled(bundled, options));
}

async function useNamed(path: string, options: FindFfmpegOptions): Promise<Ffmpeg> {
  const { signal } = options;
  try {
    return await use(path, await probeFfmpeg(await program(path), signal), options);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Error(`FFMPEG_PATH names ${path}, which cannot be used: ${reason(cause)}.`, { cause });
  }
}

async function findSystem(searchPath: string, options: FindFfmpegOptions): Promise<Ffmpeg | undefined> {
  const { signal } = options;
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  for (const folder of searchPath.split(delimiter).filter((entry) => entry !== '')) {
    const path = resolve(join(folder, name));
    try {
      const probe = await probeFfmpeg(await program(path), signal);
      if (probe.modern) return await use(path, probe, options);
    } catch {
      // Not there, or not one for us: the next folder may hold another.
      signal?.throwIfAborted();
    }
  }
  return undefined;
}

/** Imported only here: on a platform without a binary the package throws, a string, when it is loaded. */
async function installed(): Promise<string> {
  const { default: ffmpeg } = await import('@ffmpeg-installer/ffmpeg');
  return ffmpeg.path;
}

async function useBundled(bundled: () => Promise<string>, options: FindFfmpegOptions): Promise<Ffmpeg> {
  const { signal } = options;
  try {
    const path = await bundled();
    // npm's --ignore-scripts leaves it without its run bit.
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
    return await use(path, await probeFfmpeg(path, signal), options);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new Error(
      `No ffmpeg was found: the system has none of version 5 or newer with MP3 and AAC, and the bundled one cannot be used ` +
        `(${reason(cause)}); install ffmpeg, or set FFMPEG_PATH to one.`,
      { cause },
    );
  }
}

/** The path again, when a program that may be run lies there. Asked first, so that the reason is told in words. */
async function program(path: string): Promise<string> {
  const file = await stat(path).catch((cause: unknown) => {
    throw new Error('there is no such file', { cause });
  });
  if (!file.isFile()) throw new Error('it is not a file');
  await access(path, constants.X_OK).catch((cause: unknown) => {
    throw new Error('it may not be executed', { cause });
  });
  return path;
}

/** @throws Error where it lacks what is needed */
async function use(
  path: string,
  { version, libraries }: FfmpegProbe,
  { signal, proven }: FindFfmpegOptions,
): Promise<Ffmpeg> {
  const sha256 = await digest(await realpath(path));
  const identity = { version, sha256, libraries };
  if (!(await proven?.has(identity))) {
    const missing = await whatIsMissing(path, signal);
    if (missing.length > 0) throw new Error(`it lacks ${missing.join(', ')}`);
    await proven?.add(identity);
  }
  return { path, version, sha256, identity };
}

/** Digests by path, size and time of change: reading 80 MB once in a process is enough. */
const digests = new Map<string, string>();

async function digest(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  const key = JSON.stringify([path, size, mtimeMs]);
  const known = digests.get(key);
  if (known !== undefined) return known;
  const sha256 = await sha256OfFile(path);
  digests.set(key, sha256);
  return sha256;
}

/** The last words of what went wrong: programs that were killed or failed say it on their last line. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, killed, stderr } = error as Error & { code?: unknown; killed?: boolean; stderr?: unknown };
  if (killed === true) return 'it does not answer';
  const said = typeof stderr === 'string' ? stderr.trim().split('\n').at(-1) : undefined;
  if (said !== undefined && said !== '') return said.replace(/\.$/, '');
  if (typeof code === 'number') return `it ends with code ${code} when asked for its version`;
  return error.message.replace(/\.$/, '');
}
