import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { SpeechError } from '../../pipeline/speech/engine.ts';
import { workerBeside } from '../../pipeline/speech/pool/fork-worker.ts';
import { createProcessPool } from '../../pipeline/speech/pool/process-pool.ts';
import type { FaultyAnswer, FaultyRequest } from './workers/faulty-worker.ts';

const open = (size: number, timeoutMilliseconds = 30_000) =>
  createProcessPool<FaultyRequest, FaultyAnswer>({
    worker: workerBeside(import.meta.url, './workers/faulty-worker'),
    name: 'faulty',
    size,
    timeoutMilliseconds: () => timeoutMilliseconds,
  });
const go = new AbortController().signal;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pids: readonly number[], milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  while (pids.some(isAlive)) {
    if (performance.now() > deadline) throw new Error(`Still running: ${pids.filter(isAlive).join(', ')}`);
    await after(20);
  }
}

async function failureOf(answer: Promise<unknown>): Promise<SpeechError> {
  const failure = await answer.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof SpeechError)) throw new Error(`Not a SpeechError: ${String(failure)}`);
  return failure;
}

describe('a pool of processes', () => {
  const pool = open(2);
  afterAll(() => pool.dispose());

  test('answers each request with its own answer, in no more processes than it has', async () => {
    const values = Array.from({ length: 30 }, (_, index) => `v${index}`);
    const answers = await Promise.all(values.map((value) => pool.run({ do: 'answer', value }, go)));
    expect(answers.map((answer) => answer.value)).toEqual(values);
    expect(new Set(answers.map((answer) => answer.process)).size).toBeLessThanOrEqual(2);
    for (const answer of answers) expect(answer.process).not.toBe(process.pid);
  });

  test('hands on what the worker says of a failure, and keeps the worker', async () => {
    const one = open(1);
    const before = await one.run({ do: 'answer' }, go);
    expect(await failureOf(one.run({ do: 'refuse' }, go))).toMatchObject({
      message: 'I will not.',
      transient: false,
    });
    expect(await failureOf(one.run({ do: 'stumble' }, go))).toMatchObject({ transient: true });
    expect((await one.run({ do: 'answer' }, go)).process).toBe(before.process);
    await one.dispose();
  });

  test('a crash fails its own request alone, as transient, and is told with the last words', async () => {
    const [crash, ...others] = await Promise.allSettled([
      pool.run({ do: 'crash' }, go),
      ...Array.from({ length: 8 }, (_, index) => pool.run({ do: 'answer', value: String(index) }, go)),
    ]);
    expect(crash).toMatchObject({ status: 'rejected', reason: { transient: true } });
    expect(String((crash as PromiseRejectedResult).reason)).toContain('exit code 7');
    expect(others.every(({ status }) => status === 'fulfilled')).toBe(true);
  });

  test('a worker that hangs is ended, its request fails as transient, and another takes its place', async () => {
    const one = open(1, 3000);
    const before = await one.run({ do: 'answer' }, go);
    const hang = await failureOf(one.run({ do: 'hang' }, go));
    expect(hang.transient).toBe(true);
    expect(hang.message).toContain('within 3 seconds');
    await untilGone([before.process], 1000);
    expect((await one.run({ do: 'answer' }, go)).process).not.toBe(before.process);
    await one.dispose();
  });

  test('aborting a request ends its worker at once and leaves the others alone', async () => {
    const one = open(2);
    const [first, second] = await Promise.all([one.run({ do: 'answer' }, go), one.run({ do: 'answer' }, go)]);
    const abort = new AbortController();
    const hang = one.run({ do: 'hang' }, abort.signal);
    // Once this is answered, the other worker has been asked to hang.
    const { process: left } = await one.run({ do: 'answer' }, go);
    abort.abort(new Error('enough'));
    await expect(hang).rejects.toThrow('enough');
    expect([first.process, second.process]).toContain(left);
    await untilGone(
      [first.process, second.process].filter((worker) => worker !== left),
      1000,
    );
    expect(isAlive(left)).toBe(true);
    await one.dispose();
  });

  test('a request that is aborted in the queue never reaches a worker', async () => {
    const one = open(1);
    const abort = new AbortController();
    const first = one.run({ do: 'answer', value: 'first' }, go);
    const queued = one.run({ do: 'hang' }, abort.signal);
    abort.abort(new Error('not any more'));
    await expect(queued).rejects.toThrow('not any more');
    const { process: worker } = await first;
    expect((await one.run({ do: 'answer' }, go)).process).toBe(worker);
    await one.dispose();
  });

  test('closing ends every worker within a second, busy or not, and refuses all requests', async () => {
    const closing = open(2);
    const answers = await Promise.all([closing.run({ do: 'answer' }, go), closing.run({ do: 'answer' }, go)]);
    const running = [failureOf(closing.run({ do: 'hang' }, go)), failureOf(closing.run({ do: 'hang' }, go))];
    const queued = failureOf(closing.run({ do: 'answer' }, go));
    const began = performance.now();
    await closing.dispose();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(answers.map((answer) => answer.process).filter(isAlive)).toEqual([]);
    for (const failure of await Promise.all([
      ...running,
      queued,
      failureOf(closing.run({ do: 'answer' }, go)),
    ])) {
      expect(failure.transient).toBe(false);
      expect(failure.message).toContain('closed');
    }
    await closing.dispose();
  });

  test('a worker that is not there is a failure, not a crash', async () => {
    const none = createProcessPool<string, string>({
      worker: workerBeside(import.meta.url, './workers/nobody'),
      name: 'nobody',
      size: 1,
      timeoutMilliseconds: () => 20_000,
    });
    expect((await failureOf(none.run('hello', go))).message).toContain('nobody');
    await none.dispose();
  });

  test.each(['killed', 'leave'])(
    'no worker outlives its parent (%s), not even one that hears nothing',
    async (how) => {
      const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
      const script = fileURLToPath(new URL('./workers/parent.ts', import.meta.url));
      const parent = spawn(process.execPath, ['--import', tsx, script, how], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const workers = line.toString().trim().split(' ').map(Number);
      expect(workers).toHaveLength(2);
      if (how === 'killed') parent.kill('SIGKILL');
      await untilGone(workers, 5000);
    },
  );
});
