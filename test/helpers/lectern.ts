/** The real command line, in a process of its own: what a person would start in a terminal. */
import { spawn, type ChildProcess } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { BuildEvent } from '../../pipeline/events.ts';

export type LecternOptions = {
  readonly cwd?: string;
  /** Over what this process has; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What starts the program in its stead: `sh -c "ulimit …; exec …"`. */
  readonly wrap?: (command: readonly string[]) => readonly string[];
  /** Hears each event of a build with `--json` as it is printed. */
  readonly onEvent?: (event: BuildEvent, run: RunningLectern) => void;
  /** Makes it the leader of a process group, as a shell does: `interruptGroup` is then a Ctrl-C. */
  readonly leadsGroup?: boolean;
};

export type EndedLectern = {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the first signal that was sent to it until it was gone. */
  readonly stopMilliseconds: number | undefined;
};

export type RunningLectern = {
  readonly ended: Promise<EndedLectern>;
  /** Sends a signal to the program, or to it and all that it started. */
  readonly kill: (signal: NodeJS.Signals, to?: 'program' | 'group') => void;
};

/** The program and its first arguments: compiled, as it is published (tools/compile-program.ts). */
export const lecternCommand: readonly string[] = [process.execPath, compiled()];

function compiled(): string {
  const { LECTERN_TEST_PROGRAM: program } = process.env;
  if (program === undefined)
    throw new Error('The program was not compiled: tests run by test/tools/vitest.config.ts.');
  return program;
}

/** Variables of whoever runs the tests that would change what is tested. */
const unset = [
  'NO_COLOR',
  'FORCE_COLOR',
  'NODE_OPTIONS',
  'FFMPEG_PATH',
  'LECTERN_HOME',
  'LC_ALL',
  'LANGUAGE',
];

export function lecternEnvironment(env: LecternOptions['env'] = {}): Record<string, string> {
  const all: Record<string, string | undefined> = { ...process.env };
  for (const name of unset) all[name] = undefined;
  Object.assign(all, env);
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function startLectern(args: readonly string[], options: LecternOptions = {}): RunningLectern {
  const { cwd, env, wrap = (words: readonly string[]) => words, onEvent, leadsGroup = false } = options;
  const [program, ...rest] = wrap([...lecternCommand, ...args]);
  if (program === undefined) throw new TypeError('There is nothing to start.');
  const child = spawn(program, rest, {
    env: lecternEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: leadsGroup,
    ...(cwd !== undefined && { cwd }),
  });
  let sentAt: number | undefined;
  const running: RunningLectern = {
    ended: end(child, () => sentAt, onEvent && ((event) => onEvent(event, running))),
    kill: (signal, to = 'program') => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      sentAt ??= performance.now();
      process.kill(to === 'group' ? -child.pid : child.pid, signal);
    },
  };
  return running;
}

/** Runs it to its end. */
export function runLectern(args: readonly string[], options?: LecternOptions): Promise<EndedLectern> {
  return startLectern(args, options).ended;
}

/** What a run with `--json` told. */
export function eventsOf({ stdout }: { readonly stdout: string }): readonly BuildEvent[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BuildEvent);
}

function end(
  child: ChildProcess,
  sentAt: () => number | undefined,
  onEvent: ((event: BuildEvent) => void) | undefined,
): Promise<EndedLectern> {
  let stdout = '';
  let stderr = '';
  let told = 0;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    // A signal may cut the last line short: only whole ones are events.
    while (onEvent) {
      const lineEnd = stdout.indexOf('\n', told);
      if (lineEnd < 0) return;
      const line = stdout.slice(told, lineEnd);
      told = lineEnd + 1;
      onEvent(JSON.parse(line) as BuildEvent);
    }
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    let stopMilliseconds: number | undefined;
    child.once('error', reject);
    child.once('exit', () => {
      const sent = sentAt();
      if (sent !== undefined) stopMilliseconds = performance.now() - sent;
    });
    // Only now has all been read.
    child.once('close', (code) => resolve({ code, stdout, stderr, stopMilliseconds }));
  });
}
