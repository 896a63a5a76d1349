/**
 * The one module that touches fluent-ffmpeg (2.1.3, archived: it will not change any more).
 *
 * What it does to us, and what is done about it:
 * - The path of ffmpeg and the list of its encoders are kept for the whole process (`setFfmpegPath` of one command sets
 *   it for all), and a wrong FFMPEG_PATH falls back to PATH in silence. A command's own methods that answer these
 *   questions are replaced, so that each command runs the ffmpeg it was given, and no other is asked anything.
 * - A program that cannot be started ends in a TypeError that nobody can catch: the callback that reads its output
 *   gets no output to read. It gets an empty one.
 * - An option with one space in it is split in two (`-metadata`, `title=Two words`). Options go in one call, as
 *   separate arguments, where nothing is split.
 * - `-x` as a file's name is an option and `ab:c` a protocol: paths must be absolute.
 * - The promise of an end comes while the process may still be alive; it is waited for here.
 * - An input stream is left open when ffmpeg dies; it is closed here.
 * - What a killed run wrote stays; it is removed here.
 */
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { access, rm } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import fluent from 'fluent-ffmpeg';
import type { Ffmpeg } from './find-ffmpeg.ts';

export type FfmpegInput = {
  /** What stands before `-i`. */
  readonly options: readonly string[];
  /** An absolute path, or the bytes themselves, in pieces. Only one input of a run may be bytes. */
  readonly source: string | AsyncIterable<Uint8Array>;
};

export type FfmpegRun = {
  /** Completes the sentence “ffmpeg failed while …”: `encoding the audiobook`. */
  readonly purpose: string;
  readonly inputs: readonly FfmpegInput[];
} & (
  | FfmpegOutput
  /** Several files of one run, each from its own `-map`. */
  | { readonly outputs: readonly FfmpegOutput[] }
);

export type FfmpegOutput = {
  readonly options: readonly string[];
  /**
   * An absolute path: one file, which is not there yet. The caller renames it when all is well (BlobAccess.writeFile). Or a
   * stream that takes the bytes as they come, made with `emitClose: false`; only one output of a run may be one.
   */
  readonly output: string | Writable;
};

/** How long a process that was asked to end may take before it is ended. */
const GRACE_MILLISECONDS = 300;
const LAST_LINES = 6;

/**
 * Runs ffmpeg once, without a shell and without its keyboard. When the promise settles the process is gone;
 * when it rejects so is the output.
 *
 * @throws the signal's reason after an abort; the error of an input's bytes as it is; otherwise an Error that says
 *   what was attempted and what ffmpeg said last.
 */
export async function runFfmpeg(ffmpeg: Ffmpeg, run: FfmpegRun, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const { purpose } = run;
  const outputs = outputsOf(run);
  const isPath = (place: unknown): place is string => typeof place === 'string';
  const files = outputs.map(({ output }) => output).filter(isPath);
  const paths = [...files, ...run.inputs.map(({ source }) => source).filter(isPath)];
  const relative = paths.find((path) => !isAbsolute(path));
  if (relative !== undefined) throw new TypeError(`ffmpeg takes absolute paths only, not ${relative}.`);
  await access(ffmpeg.path, constants.X_OK).catch((cause: unknown) => {
    throw new Error(`ffmpeg is gone from ${ffmpeg.path}, while ${purpose}.`, { cause });
  });

  const inputs = run.inputs.map(({ source, options }) => ({
    options,
    source: typeof source === 'string' ? source : Readable.from(source, { objectMode: false }),
  }));
  try {
    await execute(ffmpeg, inputs, run, signal);
  } catch (error) {
    await Promise.all(files.map((file) => rm(file, { force: true })));
    throw error;
  } finally {
    for (const { source } of inputs) if (typeof source !== 'string') source.destroy();
  }
}

function outputsOf(run: FfmpegRun): readonly FfmpegOutput[] {
  return 'outputs' in run ? run.outputs : [run];
}

type OpenInput = { readonly options: readonly string[]; readonly source: string | Readable };

async function execute(
  ffmpeg: Ffmpeg,
  inputs: readonly OpenInput[],
  run: FfmpegRun,
  signal: AbortSignal,
): Promise<void> {
  const command = fluent({ stdoutLines: 50 });
  let inputError: unknown;
  // Of several inputs each has a thread that reads ahead, by default 8 packets; then ffmpeg sleeps for 10 ms, so that an hour of
  // AAC would take four minutes to be copied.
  const queue = inputs.length > 1 ? ['-thread_queue_size', '8192'] : [];
  for (const { source, options } of inputs) {
    // Never the network, and nothing that a file names: what an author calls a picture could be a playlist.
    command.input(source).inputOptions('-protocol_whitelist', 'file,pipe', ...queue, ...options);
    if (typeof source !== 'string') source.on('error', (error) => (inputError ??= error));
  }
  for (const { output, options } of outputsOf(run))
    command.output(output).outputOptions('-nostdin', '-hide_banner', ...options);

  let gone: Promise<void> = Promise.resolve();
  let stop = (): void => undefined;
  bind(command, ffmpeg.path, (child) => {
    gone = new Promise((resolve) => child.once('close', () => resolve()));
    let force: NodeJS.Timeout | undefined;
    stop = () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      force ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
    };
    child.once('close', () => {
      clearTimeout(force);
    });
    if (signal.aborted) stop();
  });
  const onAbort = (): void => stop();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      command.once('end', () => resolve());
      command.once('error', (error: Error, _stdout: unknown, stderr: unknown) => {
        reject(new Error(failure(run.purpose, error, stderr), { cause: error }));
      });
      command.run();
    });
  } catch (error) {
    stop();
    await gone;
    signal.throwIfAborted();
    throw inputError ?? error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
  await gone;
  for (const { output } of outputsOf(run)) if (typeof output !== 'string') await finished(output);
  signal.throwIfAborted();
}

type Output = { get(): string };
type Started = (child: ChildProcess, stdout: Output, stderr: Output) => void;
type Ended = (error: Error | null, stdout?: Output, stderr?: Output) => void;
/** The methods that fluent-ffmpeg calls on itself. */
type Internals = {
  _getFfmpegPath: (done: (error: null, path: string) => void) => void;
  _checkCapabilities: (done: (error: null) => void) => void;
  availableEncoders: (done: (error: null, encoders: object) => void) => void;
  _spawnFfmpeg: (args: readonly string[], options: object, started: Started, ended: Ended) => void;
};
const nothing: Output = { get: () => '' };

/** Ties a command to one program, and hands over its process as soon as it is there. */
function bind(command: fluent.FfmpegCommand, path: string, onStart: (child: ChildProcess) => void): void {
  const internals = command as unknown as Internals;
  const spawn = internals._spawnFfmpeg.bind(command);
  internals._getFfmpegPath = (done) => done(null, path);
  internals._checkCapabilities = (done) => done(null);
  internals.availableEncoders = (done) => done(null, {});
  internals._spawnFfmpeg = (args, options, started, ended) => {
    const end: Ended = (error, stdout = nothing, stderr = nothing) => ended(error, stdout, stderr);
    try {
      spawn(
        args,
        options,
        (child, stdout, stderr) => {
          onStart(child);
          started(child, stdout, stderr);
        },
        end,
      );
    } catch (error) {
      end(error instanceof Error ? error : new Error(String(error)));
    }
  };
}

function failure(purpose: string, error: Error, stderr: unknown): string {
  const lines =
    typeof stderr === 'string' ? stderr.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '') : [];
  const how =
    error.message
      .split('\n')[0]
      ?.replace(/^ffmpeg (exited|was)/, '$1')
      .replace(/:.*$/, '') ?? 'failed';
  const said = lines.slice(-LAST_LINES).join('\n');
  return `ffmpeg failed while ${purpose}: it ${how}.${said === '' ? '' : `\n${said}`}`;
}
