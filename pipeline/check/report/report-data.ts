import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { AudioReport } from '../../audio/quality/audio-report.ts';
import { sha256OfFile } from '../../engine/digest.ts';
import type { CheckedEpub } from '../check-epub.ts';
import type { CheckerRun } from '../checker-run.ts';
import { isGrave, severities, type Finding, type Severity } from '../finding.ts';

export type CheckerReport = Omit<Extract<CheckerRun, { findings: unknown }>, 'findings'> | Extract<CheckerRun, { skipped: string }>; // prettier-ignore

/** One EPUB in `report.json`, and in a line of `--json`. */
export type FileReport = {
  /** Without its folder: where it lay is nobody's business. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether no checker found an error. */
  readonly passed: boolean;
  readonly checkers: readonly CheckerReport[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly findings: readonly Finding[];
};

/** What the report of a build has besides EPUBs. */
export type BuiltReport = {
  /** Of the publication. */
  readonly title: string;
  readonly audio: readonly AudioReport[];
};

export function findingsIn(runs: readonly CheckerRun[]): readonly Finding[] {
  return runs.flatMap((run) => ('findings' in run ? run.findings : []));
}

export function countFindings(findings: readonly Finding[]): FileReport['counts'] {
  const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return Object.fromEntries(
    severities.map((severity) => [severity, count(severity)]),
  ) as FileReport['counts'];
}

export async function reportOn({ file, runs }: CheckedEpub): Promise<FileReport> {
  const findings = findingsIn(runs);
  return {
    file: path.basename(file),
    bytes: (await stat(file)).size,
    sha256: await sha256OfFile(file),
    passed: !findings.some(isGrave),
    checkers: runs.map((run): CheckerReport => {
      if ('skipped' in run) return run;
      const { findings: _told, ...about } = run;
      return about;
    }),
    counts: countFindings(findings),
    findings,
  };
}
