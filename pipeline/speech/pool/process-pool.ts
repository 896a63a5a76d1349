import { collectGarbage } from '../../collect-garbage.ts';
import { SpeechError } from '../engine.ts';
import { createLimit } from '../../engine/limit.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

/** Child processes that share the work. They start when they are first needed, and stay for the next request. */
export type ProcessPool<Request, Answer> = {
  /**
   * Asks the next free worker. Where a worker crashed, hung or was aborted, another takes its place.
   *
   * @throws SpeechError; transient where another try may go well. The signal's reason where it was aborted.
   */
  run(request: Request, signal: AbortSignal): Promise<Answer>;
  /** Ends the workers that nobody waits for: they hold memory. The next request starts one again. */
  rest(): Promise<void>;
  /** Ends every worker at once and refuses what is not answered. */
  dispose(): Promise<void>;
};

export type PoolOptions<Request> = {
  /** The file that calls `serve`. */
  readonly worker: string;
  /** What the workers are, for messages: "flite". */
  readonly name: string;
  readonly size: number;
  /** Variables of their environment, beside this process's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long a worker may take, its start included, before it counts as hung. */
  readonly timeoutMilliseconds: (request: Request) => number;
};

export function createProcessPool<Request, Answer>(
  options: PoolOptions<Request>,
): ProcessPool<Request, Answer> {
  const limit = createLimit(options.size);
  const all = new Set<WorkerProcess<Request, Answer>>();
  const idle: WorkerProcess<Request, Answer>[] = [];
  const closing = new AbortController();

  function freeWorker(): WorkerProcess<Request, Answer> {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.isUsable()) return worker;
      all.delete(worker);
    }
    // Before the first takes its memory: what was planned until now has left much behind.
    if (all.size === 0) collectGarbage();
    const started = startWorker<Request, Answer>(options.worker, options.name, options.environment);
    all.add(started);
    return started;
  }

  return {
    run: (request, signal) => {
      const either = AbortSignal.any([signal, closing.signal]);
      return limit(async () => {
        const worker = freeWorker();
        try {
          return await worker.ask(request, options.timeoutMilliseconds(request), either);
        } finally {
          idle.push(worker);
        }
      }, either);
    },
    rest: async () => {
      const resting = idle.splice(0);
      for (const worker of resting) all.delete(worker);
      await Promise.all(resting.map((worker) => worker.end()));
    },
    dispose: async () => {
      closing.abort(new SpeechError(`The speech engine ${options.name} was closed.`, { transient: false }));
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
