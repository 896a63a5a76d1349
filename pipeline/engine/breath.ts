import { setImmediate } from 'node:timers/promises';

const heldMilliseconds = 20;

/**
 * Recalled steps never wait for the outside, so thousands of them in a row would keep timers, signals and a printer
 * from their turn. The function that this makes lets them have it, if the last time was 20 ms ago.
 */
export function breaths(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < heldMilliseconds) return undefined;
    return setImmediate().then(() => {
      last = performance.now();
    });
  };
}
