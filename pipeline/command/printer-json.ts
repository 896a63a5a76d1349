import type { Printer, Streams } from './printer.ts';

/** One JSON object a line on standard output: for programs that run Lectern. */
export function jsonPrinter({ out }: Streams): Printer {
  const write = (value: unknown): void => void out.write(`${JSON.stringify(value)}\n`);
  return {
    print: write,
    fail: (message) => write({ type: 'failure', message }),
    end: () => undefined,
  };
}
