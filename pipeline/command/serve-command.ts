import { stat } from 'node:fs/promises';
import { exitCodes, UsageError } from './failures.ts';
import { oneLine } from './format-problem.ts';
import { count } from './words.ts';

export type ServeCommandOptions = {
  readonly port?: string;
  readonly host?: string;
  readonly plain?: boolean;
};

const firstPort = 8080;

/**
 * `lectern serve`: the output folder for browsers and apps in the network, until Ctrl-C.
 *
 * @returns the exit code: Ctrl-C is how it is meant to end
 */
export async function serveCommand(
  folder: string,
  options: ServeCommandOptions,
  signal: AbortSignal,
): Promise<number> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new UsageError(`There is no folder ${folder}. lectern build makes one.`);
  const ports = portsOf(options.port);
  const { host } = options;
  // Loaded here alone: no other command needs a server.
  const [{ serveFolder }, { describeServing }, { qrLines }] = await Promise.all([
    import('../serve/serve-folder.ts'),
    import('../serve/describe-serving.ts'),
    import('../serve/qr-code.ts'),
  ]);
  const serving = await serveFolder({ folder, ports, signal, ...(host !== undefined && { host }) });
  const publications = await serving.publications.all();
  const { lines, network } = describeServing(publications, serving.port, host);
  const told = [`Serving ${count(publications.length, 'publication')} from ${folder}. Ctrl-C ends it.`];
  for (const line of [...told, ...lines]) process.stdout.write(`${oneLine(line)}\n`);
  if (network !== undefined && showsPictures(options)) {
    const code = qrLines(network);
    process.stdout.write(`For a telephone’s camera:\n${code.map((line) => `${line}\n`).join('')}`);
  }
  await serving.ended;
  return exitCodes.whole;
}

function portsOf(written: string | undefined): readonly number[] {
  if (written === undefined) return Array.from({ length: 10 }, (_, index) => firstPort + index);
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (!(port <= 65_535)) throw new UsageError(`--port takes a number up to 65535; not “${written}”.`);
  return [port];
}

/** A code drawn of blocks is noise to a screen reader and in a log. */
function showsPictures({ plain }: ServeCommandOptions): boolean {
  return plain !== true && process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}
