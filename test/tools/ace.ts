/** Ace by DAISY, the accessibility checker for EPUB, on Chromium. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './find-program.ts';

export type AceReport = {
  readonly outcome: 'pass' | 'fail';
  /** One line for each violation: page, rule, impact, what is wrong, and where. */
  readonly violations: readonly string[];
  /** How many pages were looked at: a report on none proves nothing. */
  readonly pages: number;
};

type Assertion = {
  readonly 'earl:test': { readonly 'dct:title': string; readonly 'earl:impact'?: string };
  readonly 'earl:result': { readonly 'dct:description': string; readonly html?: string };
};
type Written = {
  readonly 'earl:result': { readonly 'earl:outcome': AceReport['outcome'] };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly Assertion[];
  }[];
};

const browser =
  process.env['PUPPETEER_EXECUTABLE_PATH'] ??
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome');
const program = acePath();

/** Whether Ace can run here. In CI it must. */
export const aceRuns = (browser !== undefined && program !== undefined) || process.env['CI'] === 'true';

/** @throws Error where Ace or a browser is missing, or Ace writes no report. */
export async function ace(path: string): Promise<AceReport> {
  if (program === undefined) throw new Error('Ace is not installed: npm install --save-dev @daisy/ace-cli.');
  if (browser === undefined)
    throw new Error('Ace needs Chromium in PATH, or its path in PUPPETEER_EXECUTABLE_PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-ace-'));
  try {
    // Its own profile, cache and log go to the folder too, so that runs side by side do not meet.
    const env = {
      ...process.env,
      PUPPETEER_EXECUTABLE_PATH: browser,
      ACE_TIMEOUT_INITIAL: '60000',
      TMPDIR: folder,
    };
    const options = { env, timeout: 240_000, maxBuffer: 16 * 1024 * 1024 };
    const run = promisify(execFile)(
      process.execPath,
      [program, '--force', '--silent', '--outdir', folder, path],
      options,
    );
    const failure = await run.then(() => undefined, (cause: unknown) => cause); // prettier-ignore
    const text = await readFile(join(folder, 'report.json'), 'utf8').catch(() => {
      throw new Error(`Ace wrote no report on ${path}.`, { cause: failure });
    });
    return read(JSON.parse(text) as Written);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function acePath(): string | undefined {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json')),
      'bin',
      'ace.js',
    );
  } catch {
    return undefined;
  }
}

function read(report: Written): AceReport {
  const violations = report.assertions.flatMap(({ 'earl:testSubject': subject, assertions }) =>
    assertions.map(({ 'earl:test': rule, 'earl:result': result }) => {
      const what = `${rule['dct:title']} (${rule['earl:impact'] ?? '?'}) ${result['dct:description']}`;
      return `${subject.url}: ${what.slice(0, 300)} ${(result.html ?? '').slice(0, 200)}`;
    }),
  );
  // The package document, and the contents once more by another name, are in the report too.
  const pages = report.assertions.filter(
    ({ 'earl:testSubject': { url } }) => url.endsWith('.xhtml') && !url.startsWith('/'),
  );
  return { outcome: report['earl:result']['earl:outcome'], violations, pages: pages.length };
}
