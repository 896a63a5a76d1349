/** Ace by DAISY, the accessibility checker for EPUB, where it is installed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CheckerRun, Environment, RunOptions } from '../checker-run.ts';
import { checkerNames } from '../names.ts';
import { parseAceReport, type AceReport } from './ace-report.ts';
import { findProgram } from './find-program.ts';
import { lastWords, runProgram } from './run-program.ts';
import { withFolder } from './with-folder.ts';

/** How Ace is started. */
export type AceCommand = { readonly program: string; readonly args: readonly string[] };

const about = { checker: 'ace', name: checkerNames.ace } as const;

/** @throws Error where it is there and writes no report. */
export async function runAce(file: string, options: RunOptions): Promise<CheckerRun> {
  // The first is Ace's own package, the second its command line alone.
  const program =
    (await findProgram('ace', options.environment)) ?? (await findProgram('ace-cli', options.environment));
  if (program === undefined)
    return { ...about, skipped: 'it is not installed (npm install --global @daisy/ace)' };
  const { version, findings } = await checkWithAce({ program, args: [] }, file, options);
  return { ...about, version, findings };
}

/** @throws Error where it writes no report. */
export async function checkWithAce(
  { program, args }: AceCommand,
  file: string,
  options: RunOptions,
): Promise<AceReport> {
  return withFolder(async (folder) => {
    const environment = await aceEnvironment(options.environment, folder);
    const own = [...args, '--force', '--silent', '--outdir', folder, path.resolve(file)];
    const ended = await runProgram(program, own, { ...options, environment });
    const text = await readFile(path.join(folder, 'report.json'), 'utf8').catch((cause: unknown) => {
      throw new Error(`Ace wrote no report: ${lastWords(ended)}`, { cause: ended.failure ?? cause });
    });
    return parseAceReport(text);
  });
}

/** It takes the system's Chromium where it is told no other; and what it writes goes where it is removed. */
async function aceEnvironment(environment: Environment, folder: string): Promise<Environment> {
  const browser =
    environment['PUPPETEER_EXECUTABLE_PATH'] ??
    (await findProgram('chromium', environment)) ??
    (await findProgram('google-chrome', environment));
  return {
    ...environment,
    ...(browser !== undefined && { PUPPETEER_EXECUTABLE_PATH: browser }),
    ACE_TIMEOUT_INITIAL: environment['ACE_TIMEOUT_INITIAL'] ?? '60000',
    TMPDIR: folder,
  };
}
