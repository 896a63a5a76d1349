import type { Printer } from './printer.ts';
import { jsonPrinter } from './printer-json.ts';
import { plainPrinter } from './printer-plain.ts';

/** Redrawing is for terminals whose user has not asked for plainness; it is noise to a screen reader or a log. */
export async function choosePrinter(
  options: { readonly plain?: boolean; readonly json?: boolean },
  environment: NodeJS.ProcessEnv,
): Promise<Printer> {
  const streams = { out: process.stdout, err: process.stderr };
  if (options.json) return jsonPrinter(streams);
  const plain =
    options.plain === true ||
    !process.stderr.isTTY ||
    (environment['NO_COLOR'] ?? '') !== '' ||
    environment['TERM'] === 'dumb';
  if (plain) return plainPrinter(streams);
  // Loaded only where it is used: it is the heaviest part of starting up.
  const { terminalPrinter } = await import('./printer-terminal.ts');
  return terminalPrinter(streams, () => process.stderr.columns || 80);
}
