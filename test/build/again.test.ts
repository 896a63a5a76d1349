/** A second build does what changed, and no more. */
import { lstat, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { eventsOf, type EndedLectern } from '../helpers/lectern.ts';
import { steps } from '../helpers/steps.ts';
import { filesIn, useWorkplace, type Files } from '../helpers/workplace.ts';
import { chapterOf, countingBook } from './small-books.ts';

const work = await useWorkplace();
const counting = countingBook(3, 3);
/** Of text alone; what read-aloud adds is looked at below. */
const book: Files = {
  ...counting,
  'publication.yaml': `${String(counting['publication.yaml'])}narration:\n  readAloud: none\n`,
};
/** Title, narrator; then heading and sentences of each chapter. */
const utterances = 2 + 3 * 4;

let publication: string;
let first: EndedLectern;
const build = (...args: readonly string[]): Promise<EndedLectern> =>
  work.build(publication, ['--json', ...args]);

/** Which file each name is, and when the system saw it change. */
async function stamps(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const stats = await lstat(join(folder, name), { bigint: true });
    if (stats.isFile()) found[name] = `${stats.ino} ${stats.ctimeNs}`;
  }
  return found;
}

beforeAll(async () => {
  publication = await work.publish('counting', book);
  first = await build();
  expect(first.code).toBe(0);
  expect(steps(first, 'finished', 'speak')).toHaveLength(utterances);
});

describe('with nothing changed', () => {
  test('no step is even recalled, and the outputs are not touched', async () => {
    const before = await stamps(work.out);
    const again = await build();
    expect(again.code).toBe(0);
    expect(eventsOf(again).map(({ type }) => type)).toEqual(['opened', 'noted', 'unchanged', 'placed']);
    expect(eventsOf(again).at(-1)).toEqual(eventsOf(first).at(-1));
    expect(await stamps(work.out)).toEqual(before);
  });

  test('nor is any for another output folder, another number of jobs, or an older file', async () => {
    await utimes(`${publication}/02.md`, 1, 1);
    const again = await build('--out', `${work.folder}/elsewhere`, '--jobs', '1');
    expect(again.code).toBe(0);
    expect(steps(again, 'started')).toEqual([]);
    expect(steps(again, 'recalled')).toEqual([]);
    expect(await filesIn(`${work.folder}/elsewhere`)).toEqual(await filesIn(work.out));
  });

  test('what somebody changed or removed in the output is put right, and no more', async () => {
    const before = await filesIn(work.out);
    const { [`counting/counting.epub`]: epub, ...others } = await stamps(work.out);
    await rm(`${work.out}/counting/counting.mp3`);
    // As long as it was, and as old as it was.
    const { size, mtime } = await stat(`${work.out}/counting/counting.vtt`);
    await writeFile(`${work.out}/counting/counting.vtt`, 'x'.repeat(size));
    await utimes(`${work.out}/counting/counting.vtt`, mtime, mtime);
    expect((await build()).code).toBe(0);
    expect(await filesIn(work.out)).toEqual(before);
    const after = await stamps(work.out);
    expect(after['counting/counting.epub']).toBe(epub);
    const changed = Object.keys(others).filter((name) => after[name] !== others[name]);
    expect(changed).toEqual(['counting/counting.mp3', 'counting/counting.vtt', 'counting/manifest.json']);
  });

  test('but all is asked anew, every step is recalled, none is started, and the outputs are the same', async () => {
    const before = await filesIn(work.out);
    const again = await build('--allow', 'image-missing');
    expect(again.code).toBe(0);
    expect(steps(again, 'started')).toEqual([]);
    // Each step of the first build, and no other.
    expect(new Set(steps(again, 'recalled'))).toEqual(new Set(steps(first, 'finished')));
    expect(await filesIn(work.out)).toEqual(before);
  });
});

test('after one word is changed exactly one utterance is spoken', async () => {
  const changed = String(book['02.md']).replace('sentence two says', 'sentence two whispers');
  await work.publish('counting', { '02.md': changed });
  const again = await build();
  expect(again.code).toBe(0);
  expect(steps(again, 'started', 'speak')).toHaveLength(1);
  expect(steps(again, 'recalled', 'speak')).toHaveLength(utterances - 1);
  // Nor is any other chapter read, counted or encoded again: once for the M4B, once for the MP3.
  expect(steps(again, 'started', 'parse-text')).toEqual(['parse-text 02.md']);
  expect(steps(again, 'started', 'time-chapter')).toEqual(['time-chapter Chapter two']);
  expect(steps(again, 'started', 'encode-chunk')).toEqual(Array(2).fill('encode-chunk Chapter two'));
  expect(steps(again, 'started', 'bind-m4b')).toHaveLength(1);

  await work.publish('counting', book);
  const back = await build();
  expect(steps(back, 'started')).toEqual([]);
});

test('after a change that nobody hears, nothing is spoken', async () => {
  const emphasised = String(book['01.md']).replace('says nothing', 'says *nothing*');
  await work.publish('counting', { '01.md': emphasised });
  const again = await build();
  expect(again.code).toBe(0);
  expect(steps(again, 'started', 'speak')).toEqual([]);
  expect(steps(again, 'started', 'encode-chunk')).toEqual([]);
  expect(steps(again, 'started', 'bind-m4b')).toEqual([]);
  expect(steps(again, 'started', 'epub')).toHaveLength(1);
  await work.publish('counting', book);
});

test('a word that is put into a lexicon is spoken again where it stands, and nowhere else', async () => {
  await work.publish('counting', { ...book, 'lexicon.yaml': 'two: deux\n' });
  const again = await build();
  expect(again.code).toBe(0);
  const holding = Object.values(book)
    .flatMap((text) => String(text).split(/(?<=[.])\s+|\n+/u))
    .filter((sentence) => /\btwo\b/iu.test(sentence));
  expect(steps(again, 'started', 'speak').length).toBe(holding.length);
  expect(holding.length).toBeGreaterThan(0);
  await rm(`${publication}/lexicon.yaml`);
  expect(steps(await build(), 'started')).toEqual([]);
});

test('after a chapter is added at the front only its utterances are spoken', async () => {
  await work.publish('counting', { '00.md': chapterOf(4, 3) });
  const again = await build();
  expect(again.code).toBe(0);
  expect(steps(again, 'started', 'speak')).toHaveLength(4);
  expect(steps(again, 'recalled', 'speak')).toHaveLength(utterances);
  expect(steps(again, 'started', 'time-chapter')).toEqual(['time-chapter Chapter four']);
  const planned = eventsOf(again).find((event) => event.type === 'planned');
  expect(planned).toMatchObject({ chapters: 5, utterances: utterances + 4 });
});

test('another voice speaks all again; the first one, asked for once more, is remembered whole', async () => {
  const before = await filesIn(work.out);
  const other = await build('--voice', 'flite/slt');
  expect(other.code).toBe(0);
  expect(steps(other, 'started', 'speak')).toHaveLength(utterances + 4);
  expect(steps(other, 'recalled', 'parse-text')).toHaveLength(4);
  expect(steps(other, 'started', 'epub')).toEqual([]);
  const changed = await filesIn(work.out);
  expect(changed['counting/counting.epub']).toBe(before['counting/counting.epub']);
  expect(changed['counting/counting.m4b']).not.toBe(before['counting/counting.m4b']);

  const back = await build('--voice', 'rms');
  expect(back.code).toBe(0);
  expect(steps(back, 'started')).toEqual([]);
  expect(await filesIn(work.out)).toEqual(before);
});

test('of an EPUB that reads itself aloud, one page is encoded again after one word is changed', async () => {
  const aloud = await work.publish('aloud', counting);
  expect((await work.build(aloud, ['--json'])).code).toBe(0);
  const same = await work.build(aloud, ['--json']);
  expect(steps(same, 'started')).toEqual([]);
  const changed = String(book['02.md']).replace('sentence two says', 'sentence two shouts');
  await work.publish('aloud', { '02.md': changed });
  const again = await work.build(aloud, ['--json']);
  expect(again.code).toBe(0);
  expect(steps(again, 'started', 'speak')).toHaveLength(1);
  expect(steps(again, 'started', 'bind-overlay')).toEqual(['bind-overlay Chapter two']);
});
