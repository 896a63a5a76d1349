/** Ace by DAISY, the accessibility checker for EPUB, on Chromium: started and read as `lectern check` does it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { checkWithAce } from '../../pipeline/check/programs/ace.ts';
import { findProgram } from './find-program.ts';
import { inOneLine } from './in-one-line.ts';

export type AceReport = {
  readonly outcome: 'pass' | 'fail';
  /** One line for each violation: how grave, which rule, what is wrong, and on which page. */
  readonly violations: readonly string[];
  /** How many pages were looked at: a report on none proves nothing. */
  readonly pages: number;
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
  const command = { program: process.execPath, args: [program] };
  const environment = { ...process.env, PUPPETEER_EXECUTABLE_PATH: browser };
  const { signal } = new AbortController();
  const { outcome, findings, pages } = await checkWithAce(command, path, { environment, signal });
  return { outcome, violations: findings.map(inOneLine), pages: pages.length };
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
