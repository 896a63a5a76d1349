import { expect, test } from 'vitest';
import { createLimit } from '../../pipeline/engine/limit.ts';

/** Each waits on a signal of its own, as requests do. */
const go = () => new AbortController().signal;

test('no more tasks run at once than allowed, and the first to come is the first to run', async () => {
  const limit = createLimit(3);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      limit(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
      }, go()),
    ),
  );
  expect(most).toBe(3);
  expect(begun).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('a task that fails, or leaves the queue, frees its place', async () => {
  const limit = createLimit(1);
  const abort = new AbortController();
  const failing = limit(() => Promise.reject(new Error('failed')), go());
  const leaving = limit(() => Promise.resolve('never'), abort.signal);
  const last = limit(() => Promise.resolve('last'), go());
  abort.abort(new Error('left'));
  await expect(failing).rejects.toThrow('failed');
  await expect(leaving).rejects.toThrow('left');
  await expect(last).resolves.toBe('last');
  await expect(limit(() => Promise.resolve('after'), go())).resolves.toBe('after');
});
