import { realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './answer.ts';
import { answerWithText } from './answers.ts';
import { Publications } from './publications.ts';

export type ServeOptions = {
  readonly folder: string;
  /** A name or an address of this computer; all of its addresses if it is not given. */
  readonly host?: string;
  /** The first of these that is free is taken; 0 is any. */
  readonly ports: readonly number[];
  /** Ends it at once, with everything that is on its way. */
  readonly signal: AbortSignal;
};

export type Serving = {
  readonly port: number;
  readonly publications: Publications;
  /** Fulfilled when it has ended. */
  readonly ended: Promise<void>;
};

/**
 * Serves a folder over HTTP until it is told to end.
 *
 * @throws Error where no port is free, or the host is no address of this computer
 */
export async function serveFolder({ folder, host, ports, signal }: ServeOptions): Promise<Serving> {
  const root = await realpath(folder);
  const publications = new Publications(root);
  const server = createServer((request, response) => {
    answer({ request, response }, root, publications).catch(() => {
      if (response.headersSent) response.destroy();
      else answerWithText({ request, response }, { status: 500, text: 'The file could not be read.\n' });
    });
  });
  const port = await listenOnOneOf(server, ports, host);
  const ended = new Promise<void>((resolve) => server.once('close', resolve));
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
  return { port, publications, ended };
}

async function listenOnOneOf(
  server: Server,
  ports: readonly number[],
  host: string | undefined,
): Promise<number> {
  let failure: unknown;
  for (const port of ports) {
    try {
      return await listen(server, port, host);
    } catch (error) {
      failure = error;
      if (codeOf(error) !== 'EADDRINUSE') break;
    }
  }
  const at = ports.length === 1 ? `Port ${ports[0]}` : `Every port from ${ports[0]} to ${ports.at(-1)}`;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `${at} is in use; --port takes another.`,
    EACCES: `${at} is not for everyone to use; --port takes another, above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this computer.`,
    ENOTFOUND: `${host} is no address of this computer.`,
  };
  throw new Error(reasons[codeOf(failure) ?? ''] ?? 'The server could not be started.', { cause: failure });
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      server.off('listening', succeed);
      reject(error);
    };
    const succeed = (): void => {
      server.off('error', fail);
      resolve((server.address() as AddressInfo).port);
    };
    server.once('error', fail).once('listening', succeed);
    server.listen({ port, ...(host !== undefined && { host }) });
  });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | undefined)?.code;
}
