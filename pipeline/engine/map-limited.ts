import { onAbort, sharedController } from './abort.ts';

/**
 * Runs `run` for every item, at most `limit` at once, in order of the items; the results are in that order too.
 *
 * The first failure aborts the signal that the others see, starts no more of them, waits until those that run have
 * ended, and is then thrown: nothing is left running. The same happens when `outer` aborts, with its reason.
 */
export async function mapLimited<A, R>(
  items: Iterable<A>,
  limit: number,
  run: (item: A, index: number, signal: AbortSignal) => Promise<R>,
  outer?: AbortSignal,
): Promise<R[]> {
  if (!(limit >= 1)) throw new RangeError(`At least one task must run at once, not ${limit}.`);
  const controller = sharedController();
  const failures: unknown[] = [];
  const fail = (error: unknown) => {
    failures.push(error);
    controller.abort(error);
  };
  const stopListening = onAbort(outer, fail);
  const all = Array.from(items);
  const waiting = all.entries();
  const results: R[] = [];
  const work = async () => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return;
      try {
        results[index] = await run(item, index, controller.signal);
      } catch (error) {
        fail(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, all.length) }, work));
  stopListening();
  if (failures.length > 0) throw failures[0];
  return results;
}
