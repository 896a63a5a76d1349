import type { Checker, Finding } from './finding.ts';

/** What became of one checker: it ran, or there is a reason why it did not. */
export type CheckerRun =
  | {
      readonly checker: Checker;
      readonly name: string;
      readonly version: string;
      /** What was looked at, where that is less or more than people expect: "no read-aloud". */
      readonly note?: string;
      readonly findings: readonly Finding[];
    }
  | { readonly checker: Checker; readonly name: string; readonly skipped: string };

export type Environment = Readonly<Record<string, string | undefined>>;

export type RunOptions = { readonly environment: Environment; readonly signal: AbortSignal };
