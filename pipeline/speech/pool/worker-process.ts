import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { SpeechError } from '../engine.ts';
import { forkWorker } from './fork-worker.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';

/** One child process that answers one request at a time. */
export type WorkerProcess<Request, Answer> = {
  /**
   * Whatever ends the wait early (abort, timeout, crash) ends the process too: it may still be computing.
   *
   * @throws SpeechError; transient where the process crashed or hung. The signal's reason where it was aborted.
   */
  ask(request: Request, timeoutMilliseconds: number, signal: AbortSignal): Promise<Answer>;
  /** False once the process is ending. */
  isUsable(): boolean;
  /** Ends the process at once; resolves when it is gone. */
  end(): Promise<void>;
};

/** @param name what the worker is, for messages: "flite" */
export function startWorker<Request, Answer>(
  file: string,
  name: string,
  environment: Readonly<Record<string, string>> = {},
): WorkerProcess<Request, Answer> {
  const child = forkWorker(file, environment);
  let usable = true;
  let lastWords = '';
  let lastId = 0;
  /** Settles the request that is waited for. */
  let onReply: ((reply: WorkerReply<Answer>) => void) | undefined;
  let onFailure: ((error: Error) => void) | undefined;

  child.stderr?.on('data', (data: Buffer) => {
    lastWords = (lastWords + data.toString()).slice(-2000);
  });
  child.on('message', (message) => onReply?.(message as WorkerReply<Answer>));
  const gone = new Promise<void>((resolve) => {
    // A process that could not be started at all has no exit.
    child.on('error', (cause) => {
      usable = false;
      onFailure?.(broken('could not be reached', { cause }));
      if (child.pid === undefined) resolve();
    });
    child.on('exit', (code, signal) => {
      usable = false;
      const said = lastWords.trim() === '' ? '' : `: ${lastWords.trim()}`;
      onFailure?.(
        broken(`ended in the middle of its work (${signal ?? `exit code ${code ?? 'unknown'}`})${said}`),
      );
      resolve();
    });
  });
  holdProcessOpen(child, false);

  function broken(what: string, options: ErrorOptions = {}): SpeechError {
    return new SpeechError(`A process of the speech engine ${name} ${what}.`, {
      ...options,
      transient: true,
    });
  }

  function end(): Promise<void> {
    usable = false;
    // Whoever waits for its end must live to see it.
    holdProcessOpen(child, true);
    child.kill('SIGKILL');
    return gone;
  }

  async function ask(request: Request, timeoutMilliseconds: number, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted();
    const id = (lastId += 1);
    holdProcessOpen(child, true);
    let timer: NodeJS.Timeout | undefined;
    let onAbort: (() => void) | undefined;
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const fail = (error: Error): void => {
          void end();
          reject(error);
        };
        onFailure = fail;
        onReply = (reply) => {
          if (reply.id !== id) return;
          if ('answer' in reply) resolve(reply.answer);
          else reject(new SpeechError(reply.failure.message, { transient: reply.failure.transient }));
        };
        onAbort = () => {
          fail(signal.reason as Error);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        timer = setTimeout(() => {
          fail(broken(`did not answer within ${timeoutMilliseconds / 1000} seconds`));
        }, timeoutMilliseconds);
        child.send({ id, request } satisfies WorkerRequest<Request>, (cause) => {
          if (cause !== null) fail(broken('could not be asked', { cause }));
        });
      });
    } finally {
      clearTimeout(timer);
      if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
      onFailure = undefined;
      onReply = undefined;
      holdProcessOpen(child, false);
    }
  }

  return { ask, isUsable: () => usable, end };
}

/** An idle worker must not keep the build from ending; one at work must. */
function holdProcessOpen(child: ChildProcess, hold: boolean): void {
  const handles = [child, child.channel, child.stderr as Socket | null];
  for (const handle of handles) {
    if (hold) handle?.ref();
    else handle?.unref();
  }
}
