import type { StepEvent } from './events.ts';
import { toolsOf } from './key.ts';
import { remember } from './memory.ts';
import { type Backoff, withRetries } from './retry.ts';
import type { Stage, Tools } from './stage.ts';
import { messageOf } from './step-error.ts';
import type { Store } from './store.ts';
import { watchBlobs } from './watched-blobs.ts';

/** What a stage runs in: the build's. */
export type Surroundings = {
  readonly store: Store;
  readonly tools: Tools;
  readonly signal: AbortSignal;
  readonly retries: number;
  readonly backoff: Backoff;
  readonly tell: (event: StepEvent) => void;
};

/**
 * Runs a stage, again where a failure is transient, and remembers its result under `key`.
 *
 * @param inputText canonical JSON, of which the key was made
 */
export async function runStage<O>(
  stage: Stage<unknown, O>,
  inputText: string,
  key: string,
  label: string,
  { store, tools, signal, retries, backoff, tell }: Surroundings,
): Promise<O> {
  const about = { stage: stage.name, label };
  const blobs = watchBlobs(store.blobs, signal);
  let over = false;
  const context = {
    signal,
    tools: toolsOf(stage, tools),
    blobs: blobs.access,
    progress: (done: number, total: number) => {
      if (!over) tell({ type: 'progress', ...about, done, total });
    },
  };
  // The stage gets just what the key was made of: nothing that JSON drops, its keys in one order, and a copy of its
  // own in every attempt.
  const attempt = () => stage.run(JSON.parse(inputText), context);
  const onRetry = (failures: number, error: unknown) =>
    tell({ type: 'retried', ...about, attempt: failures, reason: messageOf(error) });

  tell({ type: 'started', ...about });
  try {
    const result = await withRetries(attempt, { retries, backoff, signal, onRetry });
    return await remember(store, key, stage.output, result);
  } catch (error) {
    throw await blobs.explain(error);
  } finally {
    over = true;
  }
}
