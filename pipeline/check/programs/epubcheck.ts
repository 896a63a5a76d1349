/** EPUBCheck in Java, the checker that shops and libraries use, where it is installed. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CheckerRun, RunOptions } from '../checker-run.ts';
import { checkerNames } from '../names.ts';
import { parseEpubcheckReport, type EpubcheckReport } from './epubcheck-report.ts';
import { findEpubcheck, type EpubcheckCommand } from './find-epubcheck.ts';
import { lastWords, runProgram } from './run-program.ts';
import { withFolder } from './with-folder.ts';

const about = { checker: 'epubcheck', name: checkerNames.epubcheck } as const;

/** @throws Error where it is there and writes no report. */
export async function runEpubcheck(file: string, options: RunOptions): Promise<CheckerRun> {
  const command = await findEpubcheck(options);
  return 'skipped' in command
    ? { ...about, ...command }
    : { ...about, ...(await checkWithEpubcheck(command, file, options)) };
}

/** @throws Error where it writes no report. */
export async function checkWithEpubcheck(
  { program, args }: EpubcheckCommand,
  file: string,
  options: RunOptions,
): Promise<EpubcheckReport> {
  return withFolder(async (folder) => {
    const written = path.join(folder, 'report.json');
    const ended = await runProgram(program, [...args, path.resolve(file), '--json', written], options);
    const text = await readFile(written, 'utf8').catch((cause: unknown) => {
      throw new Error(`EPUBCheck wrote no report: ${lastWords(ended)}`, { cause: ended.failure ?? cause });
    });
    const report = parseEpubcheckReport(text);
    // Of a file that it cannot open it reports nothing at all.
    if (ended.failure && report.findings.length === 0) {
      throw new Error(`EPUBCheck did not check the file: ${lastWords(ended)}`, { cause: ended.failure });
    }
    return report;
  });
}
