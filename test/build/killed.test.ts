/**
 * `kill -9` at any moment costs what was not finished, and changes nothing: the next build speaks the rest, and its
 * files are, byte for byte, those of a build that nobody disturbed, elsewhere, under another clock and language.
 */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { StepEvent } from '../../pipeline/engine/events.ts';
import { svgChart } from '../epub/pictures.ts';
import type { LecternOptions } from '../helpers/lectern.ts';
import { processesLeft } from '../helpers/processes.ts';
import { steps } from '../helpers/steps.ts';
import { filesIn, useWorkplace, writeFiles, type Files } from '../helpers/workplace.ts';
import { countingBook } from './small-books.ts';

const work = await useWorkplace();
/** A picture and a table, and enough to say for a build to be killed in the middle. */
const book: Files = {
  ...countingBook(2, 5),
  '03.md': '# A picture\n\n![Bars](bars.svg "They rise.")\n\n| Year | Boats |\n|---|---|\n| First | 50 |\n',
  'bars.svg': svgChart,
};

let undisturbed: Readonly<Record<string, string>>;
let utterances: number;

beforeAll(async () => {
  const publication = await work.publish('report', book);
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' };
  const run = await work.build(publication, ['--json', '--jobs', '2'], { env });
  expect(run.code).toBe(0);
  utterances = steps(run, 'finished', 'speak').length;
  expect(utterances).toBeGreaterThan(18);
  undisturbed = await filesIn(join(work.out, 'report'));
});

type Elsewhere = { readonly options: LecternOptions; readonly publication: string; readonly folder: string; readonly home: string; readonly out: string }; // prettier-ignore

/** The same publication in another folder, with another store, another clock, another language. */
async function elsewhere(name: string): Promise<Elsewhere> {
  const folder = join(work.folder, `elsewhere ${name}`);
  const [home, cwd, temporary] = ['home', 'cwd', 'tmp'].map((one) => join(folder, one)) as [string, string, string]; // prettier-ignore
  for (const one of [cwd, temporary]) await mkdir(one, { recursive: true });
  const publication = join(folder, 'deeper', 'report');
  await writeFiles(publication, book);
  const env = { LECTERN_HOME: home, TMPDIR: temporary, TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }; // prettier-ignore
  return { options: { env, cwd }, publication, folder, home, out: join(folder, 'made') };
}

const nth = (wanted: StepEvent['type'], stage: string, number: number) => {
  let seen = 0;
  return ({ type, stage: own }: StepEvent) => type === wanted && own === stage && ++seen === number;
};

describe.each([
  ['before the first utterance is finished', () => nth('started', 'speak', 1), '1'],
  ['after the third', () => nth('finished', 'speak', 3), '1'],
  ['after the twelfth', () => nth('finished', 'speak', 12), '4'],
  ['while chapters are counted', () => nth('started', 'time-chapter', 2), '2'],
  ['while it encodes', () => nth('started', 'encode-chunk', 2), '2'],
  ['when the MP3 is finished', () => nth('finished', 'bind-mp3', 1), '2'],
])('killed %s', (name, moment, jobs) => {
  test('it speaks only what was not spoken, makes the same bytes, and leaves nothing', async () => {
    const place = await elsewhere(name);
    const args = ['--json', '--jobs', jobs, '--out', place.out];
    const isMoment = moment();
    const killed = await work.startBuild(place.publication, args, {
      ...place.options,
      onEvent: (event, run) => {
        if (event.type === 'step' && isMoment(event.step)) run.kill('SIGKILL');
      },
    }).ended;
    expect(killed.code).toBe(null);
    const spoken = steps(killed, 'finished', 'speak').length;
    // Its workers and its encoder notice that it is gone, and go too.
    expect(await processesLeft(place.home, 5)).toEqual([]);
    // Nothing is in place, or what is there is whole.
    for (const [path, content] of Object.entries(await filesIn(join(place.out, 'report')))) {
      if (!path.startsWith('.unfinished-')) expect(content).toBe(undisturbed[path]);
    }

    const again = await work.build(place.publication, args, place.options);
    expect(again.code).toBe(0);
    // Some that were remembered had no time left to be told: at most as many as were under way.
    const spokenNow = steps(again, 'started', 'speak').length;
    expect(spokenNow).toBeLessThanOrEqual(utterances - spoken);
    expect(spokenNow).toBeGreaterThanOrEqual(utterances - spoken - 2 * Number(jobs));

    expect(await filesIn(join(place.out, 'report'))).toEqual(undisturbed);
    expect(await readdir(place.out)).toEqual(['report']);
    expect(await readdir(join(place.home, 'store', 'temporary'))).toEqual([]);
    expect((await readdir(place.home)).sort()).toEqual(['ffmpeg', 'store']);
    expect((await readdir(place.folder)).sort()).toEqual(['cwd', 'deeper', 'home', 'made', 'tmp']);
    expect(await filesIn(join(place.folder, 'cwd'))).toEqual({});
    expect(await filesIn(join(place.folder, 'tmp'))).toEqual({});
    expect(Object.keys(await filesIn(place.publication))).toEqual(Object.keys(book).sort());
    expect(await processesLeft(place.home, 1)).toEqual([]);
  });
});

test('killed again and again, it comes to its end with nothing spoken twice', async () => {
  const place = await elsewhere('again and again');
  const args = ['--json', '--jobs', '2', '--out', place.out];
  let spoken = 0;
  let runs = 0;
  for (let ended = false; !ended; runs++) {
    const isMoment = nth('finished', 'speak', 6);
    const run = await work.startBuild(place.publication, args, {
      ...place.options,
      onEvent: (event, running) => {
        if (event.type === 'step' && isMoment(event.step)) running.kill('SIGKILL');
      },
    }).ended;
    spoken += steps(run, 'finished', 'speak').length;
    ended = run.code === 0;
    expect(runs).toBeLessThan(10);
  }
  expect(runs).toBeGreaterThan(2);
  // Less than all: some were remembered and not told, because the end came between the two.
  expect(spoken).toBeLessThanOrEqual(utterances);
  expect(await filesIn(join(place.out, 'report'))).toEqual(undisturbed);
});
