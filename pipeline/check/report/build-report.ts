import type { BlobRef } from '../../engine/blob.ts';
import { epubcheckTsVersion } from '../programs/epubcheck-ts.ts';
import { isGrave, type Finding } from '../finding.ts';
import { checkerNames } from '../names.ts';
import { countFindings, type BuiltReport, type FileReport } from './report-data.ts';
import { reportTexts, type ReportTexts } from './report-texts.ts';

export type BuiltEpub = {
  /** The name that it gets. */
  readonly file: string;
  readonly blob: BlobRef;
  /** Of the quick checks. */
  readonly findings: readonly Finding[];
};

/** What a build's own checks found of its EPUB, in the form that `lectern check --report` writes, and what its sound measures. */
export function reportOfBuild(epub: BuiltEpub | undefined, built: BuiltReport, version: string): ReportTexts {
  return reportTexts(epub ? [fileReport(epub, version)] : [], version, built);
}

function fileReport({ file, blob, findings }: BuiltEpub, version: string): FileReport {
  const about = (checker: 'lectern' | 'epubcheck-ts') => ({ checker, name: checkerNames[checker] });
  return {
    file,
    bytes: blob.bytes,
    sha256: blob.sha256,
    passed: !findings.some(isGrave),
    checkers: [
      { ...about('lectern'), version, note: 'the quick checks of a build' },
      findings.some(({ code }) => code === 'too-much-inside')
        ? { ...about('epubcheck-ts'), skipped: 'the archive holds too much' }
        : { ...about('epubcheck-ts'), version: epubcheckTsVersion() },
      ...(['epubcheck', 'ace'] as const).map((checker) => ({
        checker,
        name: checkerNames[checker],
        skipped: 'a build does not run it; “lectern check” does',
      })),
    ],
    counts: countFindings(findings),
    findings,
  };
}
