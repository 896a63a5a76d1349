import fc from 'fast-check';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapLimited } from '../../pipeline/engine/map-limited.ts';

test('gives the results in order, never more than the limit at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (waits, limit) => {
        let running = 0;
        let most = 0;
        const results = await mapLimited(waits, limit, async (wait, index) => {
          most = Math.max(most, ++running);
          for (let turn = 0; turn <= wait; turn++) await setImmediate();
          running--;
          return [index, wait];
        });
        expect(results).toEqual(waits.map((wait, index) => [index, wait]));
        expect(most).toBe(Math.min(limit, waits.length));
      },
    ),
    { numRuns: 50 },
  );
});

test('the first failure aborts the rest, starts no more, and waits for those that run', async () => {
  const ended: number[] = [];
  const failure = new Error('first');
  const work = mapLimited([0, 1, 2, 3, 4], 3, async (item, _, signal) => {
    if (item === 1) throw failure;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await setTimeout(10 * (item + 1));
    ended.push(item);
    throw new Error('only a consequence');
  });
  await expect(work).rejects.toBe(failure);
  expect(ended).toEqual([0, 2]);
});

test('an abort from outside does the same, with its reason', async () => {
  const controller = new AbortController();
  const reason = new Error('Ctrl-C');
  const started: number[] = [];
  const work = mapLimited(
    [0, 1, 2],
    1,
    async (item, _, signal) => {
      started.push(item);
      controller.abort(reason);
      await Promise.resolve();
      signal.throwIfAborted();
    },
    controller.signal,
  );
  await expect(work).rejects.toBe(reason);
  expect(started).toEqual([0]);
});

test('starts nothing when it is aborted before', async () => {
  const reason = new Error('too late');
  const work = mapLimited([1], 1, () => Promise.reject(new Error('ran')), AbortSignal.abort(reason));
  await expect(work).rejects.toBe(reason);
});

test('no items give no results', async () => {
  expect(await mapLimited([], 4, () => Promise.resolve(1))).toEqual([]);
});

test.each([0, -1, Number.NaN])('a limit of %d is refused', async (limit) => {
  await expect(mapLimited([1], limit, () => Promise.resolve(1))).rejects.toThrow(RangeError);
});
