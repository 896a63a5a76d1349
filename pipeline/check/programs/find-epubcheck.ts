import path from 'node:path';
import { stat } from 'node:fs/promises';
import type { RunOptions } from '../checker-run.ts';
import { findProgram } from './find-program.ts';
import { lastWords, runProgram } from './run-program.ts';

/** How EPUBCheck is started. */
export type EpubcheckCommand = { readonly program: string; readonly args: readonly string[] };
export type FoundEpubcheck = EpubcheckCommand | { readonly skipped: string };

/** The rules of EPUB 3.3 are in version 5; older ones refuse what is right. */
const leastVersion = 5;
/** Half the time of a small book goes into compiling what runs once. */
export const javaOptions = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Duser.language=en'] as const;

/** The jar that LECTERN_EPUBCHECK names, else the program `epubcheck` of the system. */
export async function findEpubcheck(options: RunOptions): Promise<FoundEpubcheck> {
  const { environment } = options;
  const jar = environment['LECTERN_EPUBCHECK'] ?? '';
  const command = jar === '' ? await onPath(options) : await withJar(path.resolve(jar), options);
  if ('skipped' in command) return command;
  const answer = await runProgram(command.program, [...command.args, '--version'], {
    ...options,
    environment,
  });
  const version = /v?(\d+)\.\d+(?:\.\d+)?/.exec(`${answer.stdout}\n${answer.stderr}`);
  if (!version) return { skipped: `it does not tell its version (${lastWords(answer)})` };
  if (Number(version[1]) >= leastVersion) return command;
  return { skipped: `version ${version[0].replace(/^v/, '')} is too old; it takes ${leastVersion} or newer` };
}

async function onPath({ environment }: RunOptions): Promise<FoundEpubcheck> {
  const program = await findProgram('epubcheck', environment);
  if (program !== undefined) return { program, args: [] };
  return { skipped: 'it is not installed (put epubcheck 5 on PATH, or its jar’s path in LECTERN_EPUBCHECK)' };
}

async function withJar(jar: string, { environment }: RunOptions): Promise<FoundEpubcheck> {
  const isThere = await stat(jar).then((file) => file.isFile(), () => false); // prettier-ignore
  if (!isThere) return { skipped: `LECTERN_EPUBCHECK names ${jar}, where there is no file` };
  const java = await findProgram('java', environment);
  if (java === undefined) return { skipped: 'LECTERN_EPUBCHECK names a jar, and there is no Java on PATH' };
  return { program: java, args: [...javaOptions, '-jar', jar] };
}
