import { runEspeak } from './run.ts';

/** The separate program espeak-ng, where the system has it. It is started, and never linked or shipped: it is under the GPL. */
export type Espeak = { readonly program: string; readonly version: string };

/** Asked for once by whoever keeps the answer; undefined where the program cannot be run. */
export async function findEspeak(program = 'espeak-ng'): Promise<Espeak | undefined> {
  try {
    const printed = await runEspeak(program, ['--version'], '', AbortSignal.timeout(10_000));
    const version = /\b\d+(?:\.\d+)+\b/u.exec(printed)?.[0];
    return version === undefined ? undefined : { program, version };
  } catch {
    return undefined;
  }
}
