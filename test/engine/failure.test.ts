import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { StepEvent } from '../../pipeline/engine/events.ts';
import { exponentialBackoff } from '../../pipeline/engine/retry.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import { StepError } from '../../pipeline/engine/step-error.ts';
import { textStage } from './helpers/press.ts';
import { temporaryStore } from './helpers/temporary-store.ts';

/** Ends only when it is aborted, a while after; says so in `ended`. */
function endless(ended: string[]) {
  return textStage('endless', async (input, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await setTimeout(20);
    ended.push(input);
    throw new DOMException('This operation was aborted', 'AbortError');
  });
}

const failing = textStage('failing', () => Promise.reject(new Error('no ink')));
const passing = textStage('passing', (input) => Promise.resolve(`${input}!`));

describe('one failure', () => {
  test('aborts the siblings, waits for them, and is what the caller gets', async () => {
    const store = await temporaryStore();
    const ended: string[] = [];
    const events: StepEvent[] = [];
    const build = runBuild({ store, tools: {}, onEvent: (event) => events.push(event) }, ({ step }) => {
      const siblings = ['a', 'b', 'c'].map((input) => step(endless(ended), input));
      return Promise.all([...siblings, step(failing, '', { label: 'chapter 2' })]);
    });
    const error: unknown = await build.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepError);
    expect(error).toMatchObject({
      message: 'The stage “failing” failed on chapter 2: no ink',
      stage: 'failing',
      label: 'chapter 2',
      cause: { message: 'no ink' },
    });
    expect(ended.sort()).toEqual(['a', 'b', 'c']);
    expect(events.filter(({ type }) => type === 'failed')).toEqual([
      { type: 'failed', stage: 'failing', label: 'chapter 2', reason: 'no ink' },
    ]);
  });

  test('is what every sibling rejects with', async () => {
    const store = await temporaryStore();
    let seen: unknown;
    const build = runBuild({ store, tools: {} }, async ({ step }) => {
      const sibling = step(endless([]), 'a').catch((error: unknown) => (seen = error));
      await Promise.all([sibling, step(failing, '')]);
    });
    const error: unknown = await build.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepError);
    expect(seen).toBe(error);
  });

  test('fails the build even if the graph looks away', async () => {
    const store = await temporaryStore();
    const caught = runBuild({ store, tools: {} }, ({ step }) => step(failing, '').catch(() => 'all is well'));
    await expect(caught).rejects.toThrow('no ink');
    const floating = runBuild({ store, tools: {} }, ({ step }) => {
      void step(failing, '');
      return Promise.resolve('all is well');
    });
    await expect(floating).rejects.toThrow('no ink');
  });

  test('starts no further step', async () => {
    const store = await temporaryStore();
    let ran = false;
    const later = textStage('later', () => {
      ran = true;
      return Promise.resolve('');
    });
    const build = runBuild({ store, tools: {} }, async ({ step }) => {
      await step(failing, '').catch(() => undefined);
      await step(later, '');
    });
    await expect(build).rejects.toThrow('no ink');
    expect(ran).toBe(false);
  });

  test('of the graph itself aborts the steps, too', async () => {
    const store = await temporaryStore();
    const ended: string[] = [];
    const failure = new Error('the graph is wrong');
    const build = runBuild({ store, tools: {} }, async ({ step }) => {
      void step(endless(ended), 'a');
      await step(passing, '');
      throw failure;
    });
    await expect(build).rejects.toBe(failure);
    expect(ended).toEqual(['a']);
  });

  test('a stage that throws at once fails like one that rejects', async () => {
    const store = await temporaryStore();
    const hasty = textStage('hasty', () => {
      throw new Error('at once');
    });
    await expect(runBuild({ store, tools: {} }, ({ step }) => step(hasty, ''))).rejects.toThrow(
      '“hasty” failed: at once',
    );
  });

  test('no step runs when the build has ended', async () => {
    const store = await temporaryStore();
    const kept = await runBuild({ store, tools: {} }, (build) => Promise.resolve(build));
    await expect(kept.step(passing, '')).rejects.toThrow('The build has ended');
  });
});

describe('an abort from outside', () => {
  test('stops everything with its reason', async () => {
    const store = await temporaryStore();
    const ended: string[] = [];
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    const events: string[] = [];
    const build = runBuild(
      { store, tools: {}, signal: controller.signal, onEvent: ({ type }) => events.push(type) },
      async ({ step }) => {
        const running = step(endless(ended), 'a');
        await step(passing, '');
        controller.abort(reason);
        return running;
      },
    );
    await expect(build).rejects.toBe(reason);
    expect(ended).toEqual(['a']);
    expect(events).toEqual(['started', 'started', 'finished']);
  });

  test('before the start runs nothing', async () => {
    const store = await temporaryStore();
    const reason = new Error('too late');
    let ran = false;
    const stage = textStage('ran', () => {
      ran = true;
      return Promise.resolve('');
    });
    const signal = AbortSignal.abort(reason);
    await expect(runBuild({ store, tools: {}, signal }, ({ step }) => step(stage, ''))).rejects.toBe(reason);
    expect(ran).toBe(false);
  });

  test('stops a stage that writes or reads without an end', async () => {
    const store = await temporaryStore();
    const controller = new AbortController();
    const stage = textStage('babble', async (_, { blobs }) => {
      function* forever() {
        for (let n = 0; ; n++) {
          if (n === 100) controller.abort(new Error('enough'));
          yield Buffer.alloc(10, `${n}`);
        }
      }
      await blobs.write(forever());
      return '';
    });
    const build = runBuild({ store, tools: {}, signal: controller.signal }, ({ step }) => step(stage, ''));
    await expect(build).rejects.toThrow('enough');
  });

  test('leaves no listener on a signal that outlives the build', async () => {
    const store = await temporaryStore();
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove(...args);
    };
    await runBuild({ store, tools: {}, signal }, ({ step }) => step(passing, 'a'));
    expect(listeners).toBe(0);
  });
});

describe('a transient failure', () => {
  const flaky = (failures: number) => {
    let runs = 0;
    return textStage('flaky', () =>
      ++runs <= failures
        ? Promise.reject(Object.assign(new Error(`hung up ${runs}`), { transient: true }))
        : Promise.resolve(`after ${runs} runs`),
    );
  };

  test('is tried again, after longer and longer waits', async () => {
    const store = await temporaryStore();
    const events: StepEvent[] = [];
    const waits: number[] = [];
    const backoff = (failures: number) => {
      waits.push(failures);
      return Promise.resolve();
    };
    const result = await runBuild(
      { store, tools: {}, retries: 3, backoff, onEvent: (event) => events.push(event) },
      ({ step }) => step(flaky(3), '', { label: 'line 1' }),
    );
    expect(result).toBe('after 4 runs');
    expect(waits).toEqual([1, 2, 3]);
    expect(events).toEqual([
      { type: 'started', stage: 'flaky', label: 'line 1' },
      ...[1, 2, 3].map((attempt) => ({
        type: 'retried',
        stage: 'flaky',
        label: 'line 1',
        attempt,
        reason: `hung up ${attempt}`,
      })),
      { type: 'finished', stage: 'flaky', label: 'line 1' },
    ]);
  });

  test('is a failure after two more tries', async () => {
    const store = await temporaryStore();
    const backoff = () => Promise.resolve();
    await expect(runBuild({ store, tools: {}, backoff }, ({ step }) => step(flaky(3), ''))).rejects.toThrow(
      'hung up 3',
    );
    expect(await runBuild({ store, tools: {}, backoff }, ({ step }) => step(flaky(2), ''))).toBe(
      'after 3 runs',
    );
  });

  test('that is not called transient is fatal at once', async () => {
    const store = await temporaryStore();
    let runs = 0;
    const fatal = textStage('fatal', () =>
      Promise.reject(Object.assign(new Error(`run ${++runs}`), { transient: 'yes' })),
    );
    await expect(runBuild({ store, tools: {} }, ({ step }) => step(fatal, ''))).rejects.toThrow('run 1');
    expect(runs).toBe(1);
  });

  test('waits no longer when the build is aborted', async () => {
    const store = await temporaryStore();
    const controller = new AbortController();
    const reason = new Error('Ctrl-C');
    const backoff = (_: number, signal: AbortSignal) => {
      queueMicrotask(() => controller.abort(reason));
      return exponentialBackoff(20, signal); // Ten seconds, if it were not aborted.
    };
    const begun = performance.now();
    await expect(
      runBuild({ store, tools: {}, backoff, signal: controller.signal }, ({ step }) => step(flaky(1), '')),
    ).rejects.toBe(reason);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('steps at the same time', () => {
  test('with equal keys run once', async () => {
    const store = await temporaryStore();
    let runs = 0;
    const slow = textStage('slow', async (input) => {
      runs++;
      await setTimeout(10);
      return `${input} ${runs}`;
    });
    const events: string[] = [];
    const results = await runBuild(
      { store, tools: {}, onEvent: ({ type, label }) => events.push(`${type} ${label}`) },
      ({ step }) => Promise.all(['a', 'b', 'c'].map((label) => step(slow, 'same', { label }))),
    );
    expect(results).toEqual(['same 1', 'same 1', 'same 1']);
    expect(events).toEqual(['started a', 'finished a', 'recalled b', 'recalled c']);
  });

  test('that are recalled by the thousand let timers have their turn', async () => {
    const store = await temporaryStore();
    const inputs = Array.from({ length: 1000 }, (_, n) => `${n}`);
    const graph = async ({ step }: { step: (stage: typeof passing, input: string) => Promise<string> }) => {
      for (const input of inputs) await step(passing, input);
    };
    await runBuild({ store, tools: {} }, graph);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const begun = performance.now();
    await runBuild({ store, tools: {} }, graph);
    const milliseconds = performance.now() - begun;
    clearInterval(timer);
    if (milliseconds > 60) expect(turns).toBeGreaterThan(0);
  });

  test('tell progress while they run and not after', async () => {
    const store = await temporaryStore();
    const events: StepEvent[] = [];
    let late: (() => void) | undefined;
    const stage = textStage('count', (_, { progress }) => {
      progress(1, 2);
      late = () => progress(2, 2);
      return Promise.resolve('');
    });
    await runBuild({ store, tools: {}, onEvent: (event) => events.push(event) }, async ({ step }) => {
      await step(stage, '', { label: 'x' });
      late?.();
    });
    expect(events).toEqual([
      { type: 'started', stage: 'count', label: 'x' },
      { type: 'progress', stage: 'count', label: 'x', done: 1, total: 2 },
      { type: 'finished', stage: 'count', label: 'x' },
    ]);
  });
});
