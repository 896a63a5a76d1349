import { execFile } from 'node:child_process';
import type { RunOptions } from '../checker-run.ts';

export type Ended = {
  /** What ended it, where it did not end well: a checker ends so when it has found something. */
  readonly failure: Error | undefined;
  readonly stdout: string;
  readonly stderr: string;
};

const mostMinutes = 15;

/** Runs a program to its end. Being stopped by the signal is thrown; all other ends are told. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { environment, signal }: RunOptions,
): Promise<Ended> {
  const ended = await new Promise<Ended>((resolve) => {
    const options = {
      env: environment as NodeJS.ProcessEnv,
      signal,
      timeout: mostMinutes * 60_000,
      maxBuffer: 64 * 1024 * 1024,
      windowsHide: true,
    };
    execFile(program, args, options, (failure, stdout, stderr) =>
      resolve({ failure: failure ?? undefined, stdout, stderr }),
    );
  });
  signal.throwIfAborted();
  return ended;
}

/** The last line of what a program said, for a sentence about why it failed. */
export function lastWords({ failure, stdout, stderr }: Ended): string {
  const said = `${stdout}\n${stderr}`.trim().split('\n').at(-1)?.trim();
  return said || failure?.message.split('\n')[0] || 'it said nothing';
}
