import { SpeechError } from '../engine.ts';
import type { WorkerReply, WorkerRequest } from './messages.ts';
import { watchParent } from './watch-parent.ts';

/** A worker's whole life: answers what the pool asks, until the pool is gone. */
export function serve(handle: (request: never) => unknown): void {
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches the whole process group. What to stop, and how, is the pool's to decide.
  process.on('SIGINT', () => undefined);
  watchParent();
  process.on('message', (message) => {
    void reply(message as WorkerRequest<never>, handle);
  });
}

async function reply(
  { id, request }: WorkerRequest<never>,
  handle: (request: never) => unknown,
): Promise<void> {
  let message: WorkerReply<unknown>;
  try {
    message = { id, answer: await handle(request) };
  } catch (error) {
    const transient = error instanceof SpeechError && error.transient;
    message = { id, failure: { message: error instanceof Error ? error.message : String(error), transient } };
  }
  process.send?.(message);
}
