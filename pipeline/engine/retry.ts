import { setTimeout } from 'node:timers/promises';

/** Waits before the attempt after the `failures`th failure; rejects at once when the signal aborts. */
export type Backoff = (failures: number, signal: AbortSignal) => Promise<void>;

const firstWaitMilliseconds = 250;
const longestWaitMilliseconds = 10_000;

/** Twice as long after each failure: 250 ms, 500 ms, 1 s … 10 s. */
export const exponentialBackoff: Backoff = async (failures, signal) => {
  const milliseconds = Math.min(firstWaitMilliseconds * 2 ** (failures - 1), longestWaitMilliseconds);
  await setTimeout(milliseconds, undefined, { signal });
};

export type RetryOptions = {
  readonly retries: number;
  readonly backoff: Backoff;
  readonly signal: AbortSignal;
  readonly onRetry: (failures: number, error: unknown) => void;
};

/** Runs `run` again after a failure that says of itself that it is transient, at most `retries` times. */
export async function withRetries<R>(run: () => Promise<R>, options: RetryOptions): Promise<R> {
  for (let failures = 1; ; failures++) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error) || failures > options.retries || options.signal.aborted) throw error;
      options.onRetry(failures, error);
      await options.backoff(failures, options.signal);
      options.signal.throwIfAborted();
    }
  }
}

/** The adapter that knows a failure decides: it throws an error whose `transient` is `true`. */
function isTransient(error: unknown): boolean {
  return error instanceof Error && 'transient' in error && error.transient === true;
}
