import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program to its end while this process goes on serving. @throws Error where it fails. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return promisify(execFile)(program, args, { env: { ...process.env, ...env }, timeout: 30_000 });
}
