/** Runs at most `most` tasks at a time, the others in the order in which they came. */
export function createLimit(most: number): <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  if (!(most >= 1)) throw new RangeError(`No task can run where at most ${most} may.`);
  let running = 0;
  const waiting: (() => void)[] = [];

  async function turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (running < most) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      // Whoever finishes hands its place on, so `running` does not change here.
      const take = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(take), 1);
        reject(signal.reason as Error);
      };
      waiting.push(take);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  return async (task, signal) => {
    await turn(signal);
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
