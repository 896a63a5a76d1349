import type { Build, BuildOptions } from './build.ts';
import { createBuild } from './create-build.ts';
import { isDamage } from './damaged-entry.ts';
import type { Tools } from './stage.ts';

const attempts = 3;

/**
 * Runs a graph: an async function that passes values from step to step.
 *
 * One failure aborts the signal that all steps see; the build ends when none of them runs any more, and fails with
 * the first failure, not with those that came of it. If that was a damaged blob, the graph runs again: what made the
 * blob finds it absent and makes it anew, all else is recalled, and only what is new is told. So a graph must not do
 * anything outside its steps that cannot be done twice.
 *
 * @throws StepError for a stage that failed, with what it threw as `cause`; the reason of `signal` if that aborted;
 *   what the graph itself threw.
 */
export async function runBuild<T extends Tools, R>(
  options: BuildOptions<T>,
  graph: (build: Build<T>) => Promise<R>,
): Promise<R> {
  const told = new Set<string>();
  for (let number = 1; ; number++) {
    const isLast = number === attempts;
    const { build, fail, explain, end } = createBuild(options, { number, isLast, told });
    const results: R[] = [];
    try {
      results.push(await graph(build));
    } catch (error) {
      fail(await explain(error));
    }
    const failure = await end();
    if (failure === undefined) return results[0] as R;
    if (isLast || !isDamage(failure.error)) throw failure.error;
  }
}
