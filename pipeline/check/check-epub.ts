import type { CheckerRun, RunOptions } from './checker-run.ts';
import { openEpub } from './epub/open-epub.ts';
import type { Checker, Finding } from './finding.ts';
import { checkerNames } from './names.ts';
import { finding, findingsOf } from './own-finding.ts';
import { runOwnChecks } from './own-checks.ts';
import { runAce } from './programs/ace.ts';
import { runEpubcheck } from './programs/epubcheck.ts';
import { epubcheckTsVersion, runEpubcheckTs } from './programs/epubcheck-ts.ts';
import { findProgram } from './programs/find-program.ts';

/** What was found in one EPUB, and by whom. */
export type CheckedEpub = { readonly file: string; readonly runs: readonly CheckerRun[] };

export type CheckOptions = RunOptions & {
  /** Lectern's own. */
  readonly version: string;
  /** Hears of each checker before it begins. */
  readonly onBegin?: (name: string) => void;
};

/**
 * Every check that can run here, one after another: each of the programs takes all that it can get. What is not installed
 * is skipped with a reason, and a checker that fails is told as a finding.
 *
 * @param file a path
 * @throws the signal's reason where it is aborted
 */
export async function checkEpub(file: string, options: CheckOptions): Promise<CheckedEpub> {
  const { signal, onBegin = () => undefined } = options;
  const runs: CheckerRun[] = [];
  const run = async (checker: Checker, act: () => Promise<CheckerRun>): Promise<void> => {
    signal.throwIfAborted();
    onBegin(checkerNames[checker]);
    runs.push(await act().catch((error: unknown) => failed(checker, error, signal)));
  };
  await run('lectern', () => own(file, options));
  const runOther = (checker: Checker, act: () => Promise<CheckerRun>): Promise<void> => {
    const skipped = refusal(runs);
    const about = { checker, name: checkerNames[checker] };
    return skipped === undefined ? run(checker, act) : Promise.resolve(void runs.push({ ...about, skipped }));
  };
  await runOther('epubcheck-ts', () => port(file));
  await runOther('epubcheck', () => runEpubcheck(file, options));
  await runOther('ace', () => runAce(file, options));
  return { file, runs };
}

/** Why no further checker gets the file: others protect themselves less, or not at all. */
function refusal(runs: readonly CheckerRun[]): string | undefined {
  const codes = runs.flatMap((one) => ('findings' in one ? one.findings.map(({ code }) => code) : []));
  if (codes.includes('too-much-inside')) return 'the archive holds too much';
  return codes.includes('not-a-zip') ? 'the file cannot be opened' : undefined;
}

async function own(file: string, { environment, signal, version }: CheckOptions): Promise<CheckerRun> {
  let note = 'the file cannot be opened';
  const findings = await findingsOf(async () => {
    const epub = await openEpub(file);
    try {
      const ffprobe = await findProgram('ffprobe', environment);
      const checks = await runOwnChecks(epub, { ffprobe, signal, everyPage: true });
      note = checks.note;
      return checks.findings;
    } finally {
      epub.archive.close();
    }
  });
  return { checker: 'lectern', name: checkerNames.lectern, version, note, findings };
}

async function port(file: string): Promise<CheckerRun> {
  const about = { checker: 'epubcheck-ts', name: checkerNames['epubcheck-ts'] } as const;
  const epub = await openEpub(file).catch(() => undefined);
  // What ends the opening is told by our own checks.
  if (!epub) return { ...about, skipped: 'the file cannot be opened' };
  try {
    const findings = await findingsOf(() => runEpubcheckTs(file, epub));
    return { ...about, version: epubcheckTsVersion(), findings };
  } finally {
    epub.archive.close();
  }
}

/** A checker that is here and fails has proved nothing: that is told as an error. */
function failed(checker: Checker, error: unknown, signal: AbortSignal): CheckerRun {
  signal.throwIfAborted();
  const reason = error instanceof Error ? error.message : String(error);
  const told: Finding = finding('checker-failed', `${checkerNames[checker]} failed: ${reason}`);
  return { checker, name: checkerNames[checker], version: 'unknown', note: 'failed', findings: [told] };
}
