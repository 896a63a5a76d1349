/** The neural voice through the whole command line: its sound is remembered, and does not depend on who spoke beside it. */
import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { BuildEvent } from '../../pipeline/events.ts';
import { processorHas8Bit } from '../../pipeline/speech/kokoro/graph/processor.ts';
import type { EndedLectern, LecternOptions } from '../helpers/lectern.ts';
import { processesLeft } from '../helpers/processes.ts';
import { steps } from '../helpers/steps.ts';
import { installedKokoro, testHome } from '../helpers/test-home.ts';
import { filesIn, useWorkplace, type Files, type Workplace } from '../helpers/workplace.ts';

const undisturbed = await useWorkplace();
const other = await useWorkplace();
const broken = await useWorkplace();

const first = [
  'The heron waits.',
  'Boats come home at noon.',
  'A heron eats a frog.',
  'Nobody counts the eels.',
  'Herons do not hurry.',
  'The reeds are tall.',
];
const second = [
  'Rain fell all night.',
  'In May, the heron left.',
  'Two swans stayed.',
  'The heronry is empty.',
  'Ice came early.',
  'We wrote it down.',
];
const chapter = (heading: string, sentences: readonly string[]): string =>
  `# ${heading}\n\n${sentences.join('\n\n')}\n`;
const book: Files = {
  'publication.yaml':
    'title: The pond\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\n' +
    // The lines of the contents are headings, which would count twice.
    'narration:\n  readAloud: none\n',
  '01.md': chapter('Summer', first),
  '02.md': chapter('Winter', second),
};

const args = (jobs: number): readonly string[] => [
  '--json', '--voice', 'kokoro/af_heart', '--precision', 'fast', '--jobs', String(jobs),
]; // prettier-ignore
const build = async (work: Workplace, jobs: number, options?: LecternOptions): Promise<EndedLectern> =>
  work.build(await work.publish('pond', book), args(jobs), options);

let whole: EndedLectern;
let output: Readonly<Record<string, string>>;

beforeAll(async () => {
  await installedKokoro(processorHas8Bit() ? 'fast' : 'exact');
  for (const { home } of [undisturbed, other, broken]) {
    await mkdir(home, { recursive: true });
    for (const part of ['voices', 'runtimes'])
      await symlink(path.join(await testHome(), part), path.join(home, part), 'junction');
  }
  whole = await build(undisturbed, 1);
  expect(whole.code).toBe(0);
  output = await filesIn(undisturbed.out);
});

test('each utterance is spoken once, and nothing is fetched', () => {
  const spoken = steps(whole, 'finished', 'speak');
  expect(spoken.length).toBeGreaterThan(first.length + second.length + 2);
  expect(new Set(spoken).size).toBe(spoken.length);
  expect(whole.stdout).not.toContain('"type":"installing"');
  expect(Object.keys(output)).toContain('pond/pond.m4b');
});

test('two processes that speak side by side make the same bytes as one', async () => {
  const run = await build(other, 2, { env: { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' } });
  expect(run.code).toBe(0);
  expect(await filesIn(other.out)).toEqual(output);
});

test('killed while it speaks, it recalls what was spoken, speaks the rest, and makes the same bytes', async () => {
  let finished = 0;
  const isFourth = (event: BuildEvent): boolean =>
    event.type === 'step' &&
    event.step.stage === 'speak' &&
    event.step.type === 'finished' &&
    ++finished === 4;
  const killed = await broken.startBuild(await broken.publish('pond', book), args(2), {
    leadsGroup: true,
    onEvent: (event, run) => {
      if (isFourth(event)) run.kill('SIGKILL', 'group');
    },
  }).ended;
  expect(killed.code).toBe(null);
  const spoken = steps(killed, 'finished', 'speak');
  expect(steps(killed, 'started', 'speak').length).toBeGreaterThan(spoken.length);
  expect(await processesLeft(broken.home, 5)).toEqual([]);
  const left = Object.keys(await filesIn(path.join(broken.out, 'pond')));
  expect(left.filter((name) => !name.startsWith('.unfinished-'))).toEqual([]);

  const again = await build(broken, 2);
  expect(again.code).toBe(0);
  expect(steps(again, 'recalled', 'speak')).toEqual(expect.arrayContaining([...spoken]));
  const all = [...steps(again, 'recalled', 'speak'), ...steps(again, 'finished', 'speak')];
  expect(all.sort()).toEqual([...steps(whole, 'finished', 'speak')].sort());
  expect(await filesIn(broken.out)).toEqual(output);
  expect(await readdir(broken.out)).toEqual(['pond']);
  expect(await readdir(path.join(broken.home, 'store', 'temporary'))).toEqual([]);
});

test('a word that is put into a lexicon is spoken again where it stands, and nowhere else', async () => {
  await undisturbed.publish('pond', { 'lexicon.yaml': 'heron:\n  ipa: ˈhɛrɒn\n' });
  const again = await build(undisturbed, 2);
  expect(again.code).toBe(0);
  const holds = (text: string): boolean => /\bheron\b/iu.test(text);
  const all = steps(whole, 'finished', 'speak');
  expect(all.filter(holds)).toHaveLength(3);
  expect([...steps(again, 'finished', 'speak')].sort()).toEqual(all.filter(holds).sort());
  expect([...steps(again, 'recalled', 'speak')].sort()).toEqual(all.filter((text) => !holds(text)).sort());
  const changed = await filesIn(undisturbed.out);
  expect(changed['pond/pond.m4b']).not.toBe(output['pond/pond.m4b']);
});
