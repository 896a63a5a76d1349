import { setMaxListeners } from 'node:events';

/** A controller whose signal any number of stages may listen to, without Node's warning of a leak. */
export function sharedController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

/**
 * Calls `stop` with the reason when `signal` aborts, at once if it has. Unlike `AbortSignal.any` it leaves nothing on
 * a signal that outlives its user, once the function that it returns is called.
 */
export function onAbort(signal: AbortSignal | undefined, stop: (reason: unknown) => void): () => void {
  if (signal === undefined) return () => undefined;
  const listener = () => stop(signal.reason);
  if (signal.aborted) listener();
  else signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}
