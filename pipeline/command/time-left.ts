import type { Task } from './progress.ts';
import { duration } from './words.ts';

/** When a task began to do what it had not remembered, and how much was done then. */
export type Estimate = { readonly since: number; readonly from: number };

/**
 * "about 3 min 20 s left", by how fast the task has been since it was first looked at; undefined where that is not known yet.
 *
 * @param estimates what is known of each task by its name; grows
 * @param now in milliseconds
 */
export function timeLeft(
  estimates: Map<string, Estimate>,
  { name, done, total }: Pick<Task, 'name' | 'done' | 'total'>,
  now: number,
): string | undefined {
  const begun = estimates.get(name) ?? { since: now, from: done };
  estimates.set(name, begun);
  const rate = (done - begun.from) / (now - begun.since);
  if (!(rate > 0) || now - begun.since < 2000 || done >= total) return undefined;
  return `about ${duration((total - done) / rate / 1000)} left`;
}
