import { planScript } from '../build.ts';
import { formatScript } from '../narration/format-script.ts';
import { findAll, parseAllowed } from './build-command.ts';
import { plainPrinter } from './printer-plain.ts';
import { openWorkStore } from './workplace.ts';

/** `lectern script`: prints what would be spoken; problems go to standard error. */
export async function scriptCommand(
  paths: readonly string[],
  options: { readonly allow?: string; readonly json?: boolean },
  signal: AbortSignal,
): Promise<void> {
  const allow = parseAllowed(options.allow);
  const { print } = plainPrinter({ out: process.stdout, err: process.stderr });
  const store = await openWorkStore(process.env);
  for (const found of await findAll(paths)) {
    const script = await planScript(found, { store, signal, allow, tell: print });
    process.stdout.write(options.json ? `${JSON.stringify(script)}\n` : formatScript(script));
  }
}
