import type { PublicationOptions } from '../build.ts';
import { editions, needSound, usualEditions, type Edition } from '../editions.ts';
import { programIdentity } from '../program-identity.ts';
import { AuthorProblemsError } from '../problem.ts';
import { problemCodes } from '../problems.ts';
import { baseUrlFault } from '../source/authored-podcast.ts';
import { findPublications, type Found } from '../source/find-publications.ts';
import { publicationName } from '../source/publication-name.ts';
import { choosePrinter } from './choose-printer.ts';
import { describeFailure, exitCodeOf, exitCodes, UsageError } from './failures.ts';
import { formatProblem } from './format-problem.ts';
import { defaultJobs, homeFolder, openSound, openSpeech, openWorkStore, trimStore } from './workplace.ts';

export type BuildCommandOptions = {
  readonly out: string;
  readonly only?: string;
  readonly also?: string;
  readonly baseUrl?: string;
  readonly voice?: string;
  readonly jobs?: string;
  readonly voiceDir?: string;
  readonly precision?: string;
  readonly verify?: boolean;
  readonly allow?: string;
  readonly plain?: boolean;
  readonly json?: boolean;
};

/**
 * `lectern build`: publication after publication; one that fails does not keep the others from being built.
 *
 * @returns the exit code: that of the gravest failure
 */
export async function buildCommand(
  paths: readonly string[],
  options: BuildCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const wanted = new Set([
    ...parseEditions('--only', options.only, usualEditions),
    ...parseEditions('--also', options.also, []),
  ]);
  const baseUrl = parseBaseUrl(options.baseUrl);
  const jobs = parseJobs(options.jobs);
  const allow = parseAllowed(options.allow);
  if (options.verify && !needSound(wanted))
    throw new UsageError(
      '--verify hears what was spoken, so --only must name an edition that is heard, such as m4b or mp3.',
    );
  const found = await findAll(paths);
  const printer = await choosePrinter(options, process.env);
  const speech = openSpeech({ ...options, jobs }, process.env);
  // Loaded when it is asked for: what fetches it is heavy.
  const recogniser = options.verify
    ? (await import('./open-recogniser.ts')).openEars({ home: homeFolder(process.env), jobs })
    : undefined;
  let exitCode: number = exitCodes.whole;
  const fail = (error: unknown): void => {
    exitCode = Math.max(exitCode, exitCodeOf(error, signal));
    if (signal.aborted) return;
    printer.fail(error instanceof AuthorProblemsError ? authorFailure(error) : describeFailure(error));
  };
  try {
    const store = await openWorkStore(process.env);
    // While ffmpeg is asked what it is, what reads publications is loaded, and the program looked at.
    const [sound, { buildPublication }] = await Promise.all([
      needSound(wanted) ? openSound(speech, options.voice, process.env, signal) : undefined,
      import('../build-publication.ts').then((loaded) => {
        programIdentity();
        return loaded;
      }),
    ]);
    const shared: PublicationOptions = {
      out: options.out,
      editions: wanted,
      allow,
      store,
      jobs,
      sound,
      recogniser,
      voice: options.voice,
      baseUrl,
      signal,
      tell: printer.print,
    };
    for (const [index, one] of found.entries()) {
      signal.throwIfAborted();
      await buildPublication(one, { ...shared, voicesStay: index < found.length - 1 }).catch(fail);
    }
    await trimStore(store, process.env);
  } catch (error) {
    fail(error);
  } finally {
    await Promise.all([speech.dispose(), recogniser?.dispose()]);
    printer.end();
  }
  if (signal.aborted)
    process.stderr.write('Stopped. What was done is remembered; the next build goes on from here.\n');
  return exitCode;
}

/** All publications that the paths name, each once. */
export async function findAll(paths: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const target of paths) {
    const one = await findPublications(target);
    if (one.problems.length > 0) throw new UsageError(one.problems.map(formatProblem).join('\n'));
    found.push(
      ...one.found.filter((fresh) => !found.some((known) => JSON.stringify(known) === JSON.stringify(fresh))),
    );
  }
  const twice = found.map(publicationName).find((name, index, names) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new UsageError(
      `Two publications are called “${twice}”, so one would take the other's place: rename one, or build them with different --out.`,
    );
  }
  return found;
}

function authorFailure({ problems, message, mayBeAllowed }: AuthorProblemsError): string {
  const said = `${message} Nothing in the output was changed.`;
  if (!mayBeAllowed) return said;
  const codes = [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code))];
  return `${said}\nTo build all the same: --allow ${codes.join(',')}`;
}

function parseEditions(
  option: string,
  list: string | undefined,
  otherwise: readonly Edition[],
): readonly Edition[] {
  if (list === undefined) return otherwise;
  const names = parseList(list);
  const unknown = names.filter((name) => !(editions as readonly string[]).includes(name));
  if (unknown.length > 0 || names.length === 0) {
    throw new UsageError(`${option} takes a list of ${editions.join(', ')}; not “${unknown.join(', ')}”.`);
  }
  return names as Edition[];
}

function parseBaseUrl(written: string | undefined): string | undefined {
  const fault = written === undefined ? undefined : baseUrlFault(written);
  if (fault !== undefined) throw new UsageError(`--base-url ${fault}; not “${written ?? ''}”.`);
  return written;
}

/** The problems that shall not stop a build, by their codes. */
export function parseAllowed(codes: string | undefined): ReadonlySet<string> {
  const allowed = parseList(codes);
  const unknown = allowed.filter((code) => !problemCodes.includes(code));
  if (unknown.length > 0) {
    throw new UsageError(
      `--allow takes the codes that are shown with problems, such as image-missing; not “${unknown.join(', ')}”.`,
    );
  }
  return new Set(allowed);
}

export function parseJobs(jobs: string | undefined): number {
  if (jobs === undefined) return defaultJobs();
  const number = Number(jobs);
  if (!Number.isInteger(number) || number < 1 || number > 256)
    throw new UsageError(`--jobs takes a whole number from 1 to 256; not “${jobs}”.`);
  return number;
}

function parseList(list: string | undefined): readonly string[] {
  return (list ?? '').split(',').map((name) => name.trim()).filter((name) => name !== ''); // prettier-ignore
}
