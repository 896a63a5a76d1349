import { spawn } from 'node:child_process';
import { SpeechError } from '../engine.ts';

/**
 * Runs espeak-ng to its end with a text on standard input, where nothing in it can be an option.
 *
 * @returns what it printed
 * @throws SpeechError; the signal's reason where it was aborted
 */
export function runEspeak(
  program: string,
  args: readonly string[],
  text: string,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string, transient: boolean, cause?: unknown): void => {
      reject(new SpeechError(`Failed at asking ${program} for phonemes: ${what}.`, { cause, transient }));
    };
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const onAbort = (): void => {
      child.kill('SIGKILL');
      reject(signal.reason as Error);
    };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    const printed: Buffer[] = [];
    child.stdout.on('data', (data: Buffer) => printed.push(data));
    child.stdin.on('error', () => undefined);
    child.once('error', (cause) => {
      fail('it cannot be run', false, cause);
    });
    child.once('close', (code, ended) => {
      signal.removeEventListener('abort', onAbort);
      if (code === 0) resolve(Buffer.concat(printed).toString('utf8'));
      else fail(`it ended with ${ended ?? `code ${code ?? 'unknown'}`}`, code === null);
    });
    child.stdin.end(text);
  });
}
