/** The EPUB in a reading system: what is marked is what is heard. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useWorkplace } from '../helpers/workplace.ts';
import { openPlayer, playerRuns, type Player, type Seen } from './player.ts';
import { parsOf, type Par } from './smil.ts';

const work = await useWorkplace();
const harbour = {
  'publication.yaml': 'title: The harbour\nlanguage: en\nmodified: "2026-02-03T10:00:00Z"\n',
  '01.md': `# Morning

The boats go out.[^1] They come back late.

![Three boats.](boats.svg "Boats at noon")

| Boat | Crew |
| --- | --- |
| Anna | 3 |

[^1]: All but one.
`,
  '02.md': '# Evening\n\nThe old man counts them.\n',
  'boats.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="90" height="60" fill="#048"/></svg>',
}; // prettier-ignore

/** What the player itself adds: it looks at its clock four times a second, and turns pages. */
const lagSeconds = 0.25;

describe.runIf(playerRuns)('an EPUB that reads itself aloud', () => {
  let pars: readonly Par[];
  let player: Player;
  let seen: readonly Seen[];

  beforeAll(async () => {
    const { code, stderr } = await work.build(await work.publish('harbour', harbour), ['--only', 'epub,m4b']);
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
    const file = join(work.out, 'harbour', 'harbour.epub');
    pars = await parsOf(await readFile(file));
    player = await openPlayer(file);
    const first = player.sections.findIndex((section) => section === chapter(0));
    await player.start(first);
    // Across the first chapter's end, into the second.
    const second = pars.filter(({ page }) => page === chapter(1));
    await player.until(`(seen) => seen.some(({ ids }) => ids.includes('${second.at(-1)?.id ?? ''}'))`, 120);
    seen = await player.seen();
  });
  afterAll(() => player.close());

  /** The pages of the author's two chapters, in the order of the book. */
  function chapter(index: number): string {
    const own = player.sections.filter((section) => /\/ch-/.test(section)).slice(1, 3);
    return own[index] ?? '';
  }
  const heardAt = ({ file, seconds }: Seen): Par | undefined =>
    pars.find((par) => par.audio === file && seconds >= par.beginSeconds && seconds < par.endSeconds);

  test('marks every sentence, alternative, cell and note, in the order of the page, and nothing else', async () => {
    expect(await player.errors()).toEqual([]);
    const marked = seen.flatMap(({ ids }) => ids).filter((id, index, all) => id !== all[index - 1]);
    const expected = [chapter(0), chapter(1)].flatMap((page) => pars.filter((par) => par.page === page));
    expect(marked).toEqual(expected.map(({ id }) => id));
    expect(expected.length).toBeGreaterThan(12);
  });

  test('marks what is being heard, but for the lag of the player', () => {
    const lags: number[] = [];
    for (const par of pars.filter(({ page }) => page === chapter(0))) {
      const since = seen.find((one) => heardAt(one) === par && one.ids.includes(par.id));
      expect(since, `${par.id} is marked while it is heard`).toBeDefined();
      lags.push((since?.seconds ?? Number.POSITIVE_INFINITY) - par.beginSeconds);
    }
    const sorted = lags.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(lagSeconds);
    // A busy machine may be late once more.
    expect(sorted.at(-1)).toBeLessThan(3 * lagSeconds);
    // It marks nothing before its time.
    for (const one of seen) {
      const heard = heardAt(one);
      for (const id of one.ids) {
        const par = pars.find((candidate) => candidate.id === id && candidate.audio === one.file);
        if (par === undefined || heard === undefined) continue;
        expect(par.beginSeconds).toBeLessThanOrEqual(one.seconds + 0.02);
      }
    }
  });
});
