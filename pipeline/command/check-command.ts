import { stat } from 'node:fs/promises';
import { isGrave } from '../check/finding.ts';
import type { FileReport } from '../check/report/report-data.ts';
import { version } from '../version.ts';
import { exitCodes, UsageError } from './failures.ts';
import { formatCheck } from './format-check.ts';
import { oneLine } from './format-problem.ts';

export type CheckCommandOptions = {
  readonly json?: boolean;
  readonly report?: string;
  readonly plain?: boolean;
};

const mostColumns = 80;

/**
 * `lectern check`: every checker that is here on every file.
 *
 * @returns the exit code: whether anything is wrong with any of them
 */
export async function checkCommand(
  files: readonly string[],
  options: CheckCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  for (const file of files) await assertFile(file);
  // Loaded here alone: the readers of archives and style sheets would slow every other command down.
  const [{ checkEpub }, { reportOn }] = await Promise.all([
    import('../check/check-epub.ts'),
    import('../check/report/report-data.ts'),
  ]);
  const reports: FileReport[] = [];
  for (const file of files) {
    const onBegin = (name: string): void =>
      void process.stderr.write(`Checking ${oneLine(file)}: ${name}.\n`);
    const checked = await checkEpub(file, { environment: process.env, signal, version, onBegin });
    const report = await reportOn(checked);
    reports.push(report);
    process.stdout.write(
      options.json
        ? `${JSON.stringify(report)}\n`
        : formatCheck(checked, options.plain ? Infinity : mostColumns),
    );
  }
  if (options.report !== undefined) {
    const { writeReport } = await import('../check/report/write-report.ts');
    await writeReport(options.report, reports, version);
  }
  return reports.some(({ findings }) => findings.some(isGrave)) ? exitCodes.author : exitCodes.whole;
}

async function assertFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw new UsageError(`There is no file ${file}.`);
  if (!found.isFile()) throw new UsageError(`${file} is not a file; lectern check takes EPUBs.`);
}
