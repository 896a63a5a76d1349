import { onAbort, sharedController } from './abort.ts';
import { breaths } from './breath.ts';
import type { Build, BuildOptions } from './build.ts';
import { isDamage } from './damaged-entry.ts';
import type { StepEvent } from './events.ts';
import { canonicalJson } from './json.ts';
import { stepKey } from './key.ts';
import { recall } from './memory.ts';
import { exponentialBackoff } from './retry.ts';
import { runStage } from './run-stage.ts';
import type { Stage, Tools } from './stage.ts';
import { messageOf, StepError } from './step-error.ts';
import { watchBlobs } from './watched-blobs.ts';

/** Why a build failed; the thing thrown may be anything, even `undefined`. */
export type Failure = { readonly error: unknown };

/** Which of the attempts that `runBuild` makes a build is, and the steps whose end the ones before have told. */
export type Attempt = { readonly number: number; readonly isLast: boolean; readonly told: Set<string> };

/** A build, and what only the one that made it may do with it. */
export type ManagedBuild<T extends Tools> = {
  readonly build: Build<T>;
  /** Stops everything, unless something has failed before: the first failure is the build's. */
  readonly fail: (error: unknown) => void;
  /** As in `WatchedBlobs`, for what the graph itself did. */
  readonly explain: (error: unknown) => Promise<unknown>;
  /** Waits until no step runs any more and closes the build. Says why it failed, if it did. */
  readonly end: () => Promise<Failure | undefined>;
};

export function createBuild<T extends Tools>(options: BuildOptions<T>, attempt: Attempt): ManagedBuild<T> {
  const { store, tools, onEvent, retries = 2, backoff = exponentialBackoff } = options;
  const controller = sharedController();
  const { signal } = controller;
  const failures: Failure[] = [];
  const fail = (error: unknown) => {
    failures.push({ error });
    controller.abort(error); // Only the first time has an effect.
  };
  const stopListening = onAbort(options.signal, fail);

  const tell = (event: StepEvent) => onEvent?.(event);
  const toldBefore = new Set(attempt.told);
  const tellEnd = (type: 'recalled' | 'finished', key: string, stage: string, label: string) => {
    const step = `${key} ${label}`;
    attempt.told.add(step);
    if (type === 'finished' || !toldBefore.has(step)) tell({ type, stage, label });
  };

  /** Fails the build, unless it has failed: failures after the first come of it and tell nothing. */
  const failStep = (stage: string, label: string, error: unknown) => {
    if (failures.length > 0) return;
    fail(new StepError(stage, label, error));
    const reason = messageOf(error);
    if (isDamage(error) && !attempt.isLast)
      tell({ type: 'retried', stage, label, attempt: attempt.number, reason });
    else tell({ type: 'failed', stage, label, reason });
  };
  const throwIfFailed = () => {
    if (failures[0] !== undefined) throw failures[0].error;
  };

  const inFlight = new Map<string, Promise<unknown>>();
  const breathe = breaths();
  const surroundings = { store, tools, signal, retries, backoff, tell };

  const recallOrRun = async <O>(stage: Stage<unknown, O>, inputText: string, key: string, label: string) => {
    const remembered = await recall(store, key, stage.output);
    if (remembered !== undefined) {
      tellEnd('recalled', key, stage.name, label);
      return remembered.value;
    }
    throwIfFailed();
    const value = await runStage(stage, inputText, key, label, surroundings);
    tellEnd('finished', key, stage.name, label);
    return value;
  };

  const share = async <O>(stage: Stage<unknown, O>, input: unknown, label: string): Promise<O> => {
    const inputText = canonicalJson(input);
    const key = stepKey(stage, tools, inputText);
    const shared = inFlight.get(key);
    if (shared !== undefined) {
      const value = (await shared) as O;
      tellEnd('recalled', key, stage.name, label);
      return value;
    }
    const work = recallOrRun(stage, inputText, key, label);
    inFlight.set(key, work);
    try {
      return await work;
    } finally {
      inFlight.delete(key);
    }
  };

  const step = async <O>(stage: Stage<unknown, O>, input: unknown, label: string): Promise<O> => {
    throwIfFailed();
    await breathe();
    throwIfFailed();
    try {
      const value = await share(stage, input, label);
      throwIfFailed();
      return value;
    } catch (error) {
      failStep(stage.name, label, error);
      throwIfFailed();
      throw error;
    }
  };

  const running = new Set<Promise<unknown>>();
  const blobs = watchBlobs(store.blobs, signal);
  return {
    build: {
      signal,
      blobs: blobs.access,
      step: (stage, input, { label = '' } = {}) => {
        const result = step(stage as Stage<unknown, never>, input, label);
        running.add(result);
        // Also handles a rejection that the graph never looks at: the build reports it.
        const settled = () => running.delete(result);
        result.then(settled, settled);
        return result;
      },
    },
    fail,
    explain: blobs.explain,
    end: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      stopListening();
      const failure = failures[0];
      fail(new Error('The build has ended; no step can run in it.'));
      return failure;
    },
  };
}
