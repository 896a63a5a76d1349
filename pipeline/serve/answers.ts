import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import { fileKind } from './file-kinds.ts';
import type { Served } from './find-served.ts';

export type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/**
 * Sends a file, or the range of it that was asked for, as it is read; ends reading when the other side goes away. Conditions
 * (`If-None-Match`, `If-Range` and the like) are `send`'s work.
 *
 * @param sha256 the digest of the file's content, if it is known: it makes the strongest tag
 */
export function answerWithFile(
  { request, response }: Exchange,
  root: string,
  { relative, stats }: Served,
  sha256: string | undefined,
): void {
  const last = /^ *bytes=-(\d+) *$/.exec(request.headers.range ?? '')?.[1];
  // The last 500 bytes of a file of 300 are all of it (RFC 9110, 14.1.2); what parses ranges for `send` refuses them.
  if (stats.size > 0 && Number(last) > stats.size) request.headers.range = 'bytes=0-';
  if (sha256 !== undefined) response.setHeader('ETag', `"${sha256}"`);
  response.setHeader('Content-Type', fileKind(relative).type);
  response.setHeader('Cache-Control', 'no-cache');
  const encoded = relative.split('/').map(encodeURIComponent).join('/');
  send(request, encoded, { root, dotfiles: 'deny', index: false, cacheControl: false })
    .on('error', ({ status, headers }: SendFailure) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
      response.removeHeader('ETag');
      response.removeHeader('Last-Modified');
      answerWithText({ request, response }, { status, text: reasonFor(status) });
    })
    .on('directory', () => answerNotFound({ request, response }))
    .pipe(response);
}

/** What `send` says of an error: more than `Error` has. */
type SendFailure = Error & { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

function reasonFor(status: number): string {
  if (status === 416) return 'The file ends before that.\n';
  if (status === 412) return 'The file has changed.\n';
  return status === 404 ? notFound : 'The file could not be read.\n';
}

const notFound = 'There is nothing at this address.\n';

export function answerNotFound(exchange: Exchange): void {
  answerWithText(exchange, { status: 404, text: notFound });
}

/** Sends what was made for this request: small, whole, and with a tag of what it says. */
export function answerWithText(
  { request, response }: Exchange,
  {
    text,
    status = 200,
    type = 'text/plain; charset=utf-8',
  }: { readonly text: string; readonly status?: number; readonly type?: string },
): void {
  response.setHeader('Cache-Control', 'no-cache');
  if (status === 200) {
    const tag = `"${createHash('sha256').update(text).digest('hex')}"`;
    response.setHeader('ETag', tag);
    // Addresses in it are those of whoever asked.
    response.setHeader('Vary', 'Host');
    const known = request.headers['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, ''));
    if (known?.some((one) => one === tag || one === '*')) {
      response.writeHead(304).end();
      return;
    }
  }
  const bytes = Buffer.from(text);
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** To the folder with its slash, which the addresses on its page need. */
export function answerWithFolderAddress({ response }: Exchange, { relative }: Served): void {
  const name = path.posix.basename(relative);
  // Relative, so that it is right under whatever name the server was called.
  response.writeHead(301, { Location: `${encodeURIComponent(name)}/`, 'Content-Length': 0 }).end();
}
