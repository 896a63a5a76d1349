import type SayPlatformBase from 'say/platform/base.js';
import { SpeechError } from '../engine.ts';

export type RunOptions = {
  /** What is being done, for messages: "speaking with say/Samantha". */
  readonly doing: string;
  /** What has to be installed, for messages. */
  readonly needs: string;
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal;
};

/**
 * Runs one command of the package `say` to its end, and judges it by its exit code.
 *
 * The package starts the process and feeds it; but it takes any word on stderr for an error, any exit code for success,
 * and a missing program ends the build. So its callback is not listened to, and the process it started is watched here.
 * It is there as soon as `start` returns, before any of its events.
 *
 * @returns what the program printed
 * @throws SpeechError; transient where the program hung or was ended from outside. The signal's reason where it was aborted.
 */
export async function runPlatform(
  platform: SayPlatformBase,
  start: (callback: () => void) => void,
  options: RunOptions,
): Promise<string> {
  options.signal.throwIfAborted();
  let startError: unknown;
  try {
    start(() => undefined);
  } catch (error) {
    // Out of processes or files: the package trips over the streams that the child has not got.
    startError = error;
  }
  const child = platform.child;
  if (child === null)
    throw new SpeechError(`Failed at ${options.doing}.`, { cause: startError, transient: false });

  const fail = (what: string, transient: boolean, cause?: unknown): SpeechError =>
    new SpeechError(`Failed at ${options.doing}: ${what}.`, { cause, transient });
  const printed: Buffer[] = [];
  let complaint = '';
  let onAbort: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('error', (cause: NodeJS.ErrnoException) => {
        reject(
          cause.code === 'ENOENT' || cause.code === 'EACCES'
            ? fail(`it needs ${options.needs}, which cannot be run here`, false, cause)
            : fail(`its program could not be started`, true, cause),
        );
      });
      if (startError !== undefined) return;
      // The program may end before it has read everything; its exit code tells whether that was wrong.
      child.stdin.on('error', () => undefined);
      child.stdout.on('data', (data: Buffer) => printed.push(data));
      child.stderr.on('data', (data: Buffer | string) => {
        complaint = (complaint + data.toString()).slice(-500);
      });
      child.once('close', (code, signal) => {
        if (code === 0) resolve();
        else if (code === null) reject(fail(`its program was ended by ${signal ?? 'a signal'}`, true));
        else
          reject(fail(`its program ended with code ${code}${complaint && `: ${complaint.trim()}`}`, false));
      });
      onAbort = () => {
        reject(options.signal.reason as Error);
      };
      options.signal.addEventListener('abort', onAbort, { once: true });
      timer = setTimeout(() => {
        reject(fail(`its program did not end within ${options.timeoutMilliseconds / 1000} seconds`, true));
      }, options.timeoutMilliseconds);
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
    if (onAbort !== undefined) options.signal.removeEventListener('abort', onAbort);
  }
  return Buffer.concat(printed).toString('utf8');
}
