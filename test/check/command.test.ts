/** `lectern check` as a person or a program runs it. */
import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useWorkplace } from '../helpers/workplace.ts';
import { change, names, pack, smallEpub } from './small-epub.ts';

const place = await useWorkplace();
const whole = await smallEpub();
const [good, bad, none] = ['good.epub', 'bad.epub', 'none.epub'].map((name) => join(place.folder, name)) as [string, string, string]; // prettier-ignore
const script = 'Call me Ishmael.';

beforeAll(async () => {
  await writeFile(good, await pack(whole));
  const unvoiced = change(whole, names.page, '<p>—</p>', `<p>Hostile &lt;script>alert(1)&lt;/script> ${'words '.repeat(40)}</p>`); // prettier-ignore
  await writeFile(bad, await pack(change(unvoiced, names.package, '0:00:06.000', '0:00:09.000')));
  await writeFile(none, script);
});

/** Without other programs: they are tested elsewhere, and take their time. */
const check = (...args: readonly string[]) => place.run(['check', ...args], { env: { PATH: '' } });

describe('for people', () => {
  test('a whole book passes: who looked at it, who did not and why, and a line that sums up', async () => {
    const { code, stdout } = await check(good);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ran: Lectern’s overlay checks \d[^ ]*: read-aloud of 2 pages/);
    expect(stdout).toMatch(/ran: EPUBCheck in TypeScript 0\.7/);
    expect(stdout).toMatch(/did not run: EPUBCheck: it is not installed/);
    expect(stdout).toMatch(/did not run: Ace by DAISY: it is not installed/);
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/good\.epub: 0 errors, 0 warnings\.$/);
  });

  test('a faulty one does not, each fault is told with its place, and lines fit the screen', async () => {
    const { code, stdout } = await check(bad);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^EPUB\/page\.xhtml:\d+:\d+: error: “Hostile/m);
    expect(stdout).toMatch(/^EPUB\/package\.opf:\d+:\d+: error: The whole says that it lasts 0:00:09/m);
    const long = stdout.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '));
    expect(long).toEqual([]);
  });

  test('--plain breaks no line', async () => {
    const { stdout } = await check(bad, '--plain');
    expect(stdout).toMatch(/^EPUB\/package\.opf:\d+:\d+: error: .* \[total-duration-wrong\]$/m);
  });

  test('what is no EPUB is an error; what is not there is a mistake on the command line', async () => {
    const notOne = await check(none);
    expect([notOne.code, notOne.stdout]).toEqual([1, expect.stringContaining('[not-a-zip]') as string]);
    const missing = await check(join(place.folder, 'missing.epub'));
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect((await check(place.folder)).code).toBe(2);
    expect((await check()).code).toBe(2);
  });
});

const reported = z.object({
  file: z.string(),
  passed: z.boolean(),
  sha256: z.string().length(64),
  checkers: z.array(
    z.object({ checker: z.string(), version: z.string().optional(), skipped: z.string().optional() }),
  ),
  counts: z.object({ fatal: z.number(), error: z.number(), warning: z.number(), info: z.number() }),
  findings: z.array(
    z.object({ checker: z.string(), severity: z.string(), code: z.string(), message: z.string() }),
  ),
});

test('--json is a line a file, and the gravest decides the exit code', async () => {
  const { code, stdout } = await check(good, bad, '--json');
  expect(code).toBe(1);
  const reports = stdout.trim().split('\n').map((line) => reported.parse(JSON.parse(line))); // prettier-ignore
  expect(reports.map(({ file, passed, counts }) => [file, passed, counts.error])).toEqual([
    ['good.epub', true, 0],
    ['bad.epub', false, 2],
  ]);
  // Of the sum the port of EPUBCheck warns too.
  const codes = reports[1]?.findings.map(({ checker, code: one }) => `${checker} ${one}`).toSorted();
  expect(codes).toEqual(['epubcheck-ts MED-016', 'lectern text-unvoiced', 'lectern total-duration-wrong']);
});

test('--report writes the same evidence for people and for programs; the page runs nothing and quotes safely', async () => {
  const folder = join(place.folder, 'reports', 'new');
  expect((await check(bad, good, '--report', folder)).code).toBe(1);
  const data = z.object({ passed: z.boolean(), files: z.array(reported) }).parse(JSON.parse(await readFile(join(folder, 'report.json'), 'utf8'))); // prettier-ignore
  expect([data.passed, data.files.length]).toEqual([false, 2]);
  const page = await readFile(join(folder, 'report.html'), 'utf8');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('Hostile &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(/i);
  expect(page.match(/<h1>/g)).toHaveLength(1);
  // Every cell of a head says what it heads.
  expect(page.match(/<th(?!ead| scope="(?:col|row)")/g)).toBeNull();
  for (const { sha256 } of data.files) expect(page).toContain(sha256);
});

test('what our own build makes passes', async () => {
  const book = await place.publish('harbour', {
    'publication.yaml': 'title: The harbour\nauthors: A. Author\nlanguage: en\n',
    'one.md': '# Arrival\n\nWe came to the harbour at noon.[^1]\n\n- Boats\n- Gulls\n\n| Tide | Hour |\n| --- | --- |\n| High | 9 |\n\n[^1]: In June.\n', // prettier-ignore
  });
  expect((await place.build(book)).code).toBe(0);
  const { code, stdout } = await check(join(place.out, 'harbour', 'harbour.epub'), '--json');
  expect(reported.parse(JSON.parse(stdout)).findings).toEqual([]);
  expect(code).toBe(0);
});
