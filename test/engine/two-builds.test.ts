import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import { press, pressStages, pressTools } from './helpers/press.ts';
import { startScript } from './helpers/run-script.ts';
import { filesIn, temporaryFolder } from './helpers/temporary-store.ts';

const words = Array.from({ length: 300 }, (_, n) => `word${n}`).join(' ');

const script = `
  import { openStore } from 'ENGINE/open-store.ts';
  import { runBuild } from 'ENGINE/run-build.ts';
  import { press, pressStages, pressTools } from 'ENGINE/../../test/engine/helpers/press.ts';
  const [folder, words] = process.argv.slice(-2);
  console.log('ready');
  const stages = pressStages();
  const store = await openStore(folder);
  const { book } = await runBuild({ store, tools: pressTools }, (build) => press(build, stages, words));
  console.log(JSON.stringify({ book, runs: stages.runs.length }));
`;

/** A build in a process of its own: `output` is what it prints, once it has ended. */
function buildIn(folder: string) {
  const child = startScript(script, [folder, words]);
  let printed = '';
  let complaints = '';
  child.stdout?.on('data', (data: Buffer) => (printed += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (complaints += data.toString()));
  const ready = once(child.stdout ?? child, 'data');
  const output = once(child, 'close').then(() => ({ lines: printed.trim().split('\n'), complaints }));
  return { child, ready, output };
}

test('two builds at once on one store, one of them killed, never read what is corrupt', async () => {
  const wholeStore = await openStore(await temporaryFolder());
  const whole = await runBuild({ store: wholeStore, tools: pressTools }, (build) =>
    press(build, pressStages(), words),
  );

  for (const milliseconds of [2, 15, 40, 80, 120]) {
    const folder = await temporaryFolder();
    const surviving = buildIn(folder);
    const killed = buildIn(folder);
    await killed.ready;
    await setTimeout(milliseconds); // Anywhere in the build: that is the point.
    killed.child.kill('SIGKILL');
    await killed.output;
    const { lines, complaints } = await surviving.output;
    expect(complaints).toBe('');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ book: whole.book });

    const store = await openStore(folder);
    const stages = pressStages();
    expect(await runBuild({ store, tools: pressTools }, (build) => press(build, stages, words))).toEqual(
      whole,
    );
    expect(stages.runs).toEqual([]);
    expect(await filesIn(folder, 'temporary')).toEqual([]);
  }
});

test('a killed build goes on where it was', async () => {
  const folder = await temporaryFolder();
  const killed = buildIn(folder);
  await killed.ready;
  while ((await filesIn(folder, 'records').catch(() => [])).length < 20) await setTimeout(1);
  killed.child.kill('SIGKILL');
  await killed.output;
  const done = (await filesIn(folder, 'records')).length;
  const stages = pressStages();
  const store = await openStore(folder);
  await runBuild({ store, tools: pressTools }, (build) => press(build, stages, words));
  expect(done).toBeGreaterThanOrEqual(20);
  expect(stages.runs.length).toBe(302 - done);
});

test('a build goes on while another process evicts', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder);
  const building = buildIn(folder);
  await building.ready;
  let freed = 0;
  for (let times = 0; times < 2 && building.child.exitCode === null;) {
    const now = await store.evict(2000);
    freed += now;
    if (now > 0) times++;
    await setTimeout(5);
  }
  const { lines, complaints } = await building.output;
  expect(complaints).toBe('');
  expect(lines).toHaveLength(2);
  expect(freed).toBeGreaterThan(0);
});
