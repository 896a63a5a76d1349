import type { StepEvent } from './events.ts';
import type { DeepReadonly } from './exact.ts';
import type { Backoff } from './retry.ts';
import type { BlobAccess, Stage, Tools } from './stage.ts';
import type { Store } from './store.ts';

export type BuildOptions<T extends Tools> = {
  readonly store: Store;
  /** Every tool that a stage of the graph names. */
  readonly tools: T;
  /** Aborts everything; the build then fails with its reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: StepEvent) => void) | undefined;
  /** How often a stage that failed transiently runs again; 2 unless said. */
  readonly retries?: number | undefined;
  readonly backoff?: Backoff | undefined;
};

export type StepOptions = {
  /** What the step is about, for events and errors (“chapter 3”). It is not in the key. */
  readonly label?: string;
};

/** What a graph sees: the one way to run a stage. */
export type Build<T extends Tools> = {
  /** Aborts when a step fails or the build is stopped. */
  readonly signal: AbortSignal;
  /** For what the graph itself reads and writes, outside any stage. */
  readonly blobs: BlobAccess;
  /**
   * The stage's result for this input: remembered, or made now and remembered. Steps with equal keys that run at the
   * same time run once. Does not compile if the input is of another type or the build lacks a tool that the stage uses.
   *
   * @throws the build's first failure, whichever step it was in: a StepError, or the reason of an abort.
   */
  readonly step: <I, O>(
    stage: Stage<I, O, T>,
    input: DeepReadonly<NoInfer<I>>,
    options?: StepOptions,
  ) => Promise<O>;
};
