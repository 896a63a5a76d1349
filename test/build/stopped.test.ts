/** Ctrl-C: the build ends at once, with nothing changed and nobody left behind. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildEvent } from '../../pipeline/events.ts';
import { processesLeft, processesOf } from '../helpers/processes.ts';
import { steps } from '../helpers/steps.ts';
import { filesIn, useWorkplace } from '../helpers/workplace.ts';
import { countingBook } from './small-books.ts';

const work = await useWorkplace();

/** A second, on a machine that does nothing else; tests share theirs. */
const longestMilliseconds = 3000;
const measured: string[] = [];

let publication: string;
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  publication = await work.publish('counting', countingBook(2, 2));
  expect((await work.build(publication)).code).toBe(0);
  before = await filesIn(work.out);
});

const step = (type: string, stage: string) => (event: BuildEvent) =>
  event.type === 'step' && event.step.type === type && event.step.stage === stage;

/** Each moment comes to a book that must still be spoken from there on. */
const moments: readonly {
  readonly when: string;
  readonly is: (event: BuildEvent) => boolean;
  readonly signal: NodeJS.Signals;
  readonly to: 'program' | 'group';
}[] = [
  { when: 'while it reads', is: step('started', 'parse-text'), signal: 'SIGINT', to: 'group' },
  { when: 'while it speaks', is: step('finished', 'speak'), signal: 'SIGINT', to: 'group' },
  { when: 'while it speaks', is: step('finished', 'speak'), signal: 'SIGTERM', to: 'program' },
  { when: 'while it encodes', is: step('started', 'encode-chunk'), signal: 'SIGINT', to: 'group' },
  { when: 'while it binds', is: step('started', 'bind-m4b'), signal: 'SIGINT', to: 'program' },
];

test.each(moments)(
  '$signal to the $to $when ends it soon, with 130, and leaves no file and no process',
  async ({ when, is, signal, to }) => {
    // Every time other words, so that there is something to do; and more of them than can be done in passing.
    const other = Object.entries(countingBook(2, 8)).map(
      ([name, text]) => [name, String(text).replaceAll('chapter', `${signal} ${to} ${when}`)] as const,
    );
    await work.publish('counting', Object.fromEntries(other));
    const workers: string[] = [];
    const run = await work.startBuild(publication, ['--json'], {
      leadsGroup: true,
      onEvent: (event, running) => {
        // Once: a second signal would mean “now, whatever it leaves”.
        if (workers.length > 0 || !is(event)) return;
        workers.push(...processesOf(work.home));
        running.kill(signal, to);
      },
    }).ended;
    measured.push(`${signal} to the ${to} ${when}: ${Math.round(run.stopMilliseconds ?? Number.NaN)} ms`);
    expect(workers.length).toBeGreaterThan(0);
    expect(run.code).toBe(130);
    expect(run.stderr).toBe('Stopped. What was done is remembered; the next build goes on from here.\n');
    expect(steps(run, 'failed')).toEqual([]);
    expect(run.stopMilliseconds).toBeLessThan(longestMilliseconds);
    // It waits for those that it started, so they are gone when it is.
    expect(await processesLeft(work.home, 0.2)).toEqual([]);

    expect(await filesIn(work.out)).toEqual(before);
    expect((await readdir(join(work.out, 'counting'))).sort()).toEqual(
      Object.keys(before).map((path) => path.replace('counting/', '')),
    );
    expect(await readdir(join(work.home, 'store', 'temporary'))).toEqual([]);
    expect(await readdir(work.temporary)).toEqual([]);
    expect(await readdir(work.cwd)).toEqual([]);
  },
);

test('the next build goes on from there', async () => {
  const run = await work.build(publication, ['--json']);
  expect(run.code).toBe(0);
  // The last one was stopped while it encoded: all had been spoken.
  expect(steps(run, 'started', 'speak')).toEqual([]);
});

afterAll(() => console.info(`From the signal to the end:\n${measured.join('\n')}`));
