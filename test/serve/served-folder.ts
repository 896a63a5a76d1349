/** A folder of results, served for the length of a test. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatManifest } from '../../pipeline/report/manifest.ts';
import { serveFolder } from '../../pipeline/serve/serve-folder.ts';

export type ServedFolder = {
  readonly folder: string;
  readonly port: number;
  /** Sends the path as it is written, which no browser would. */
  readonly ask: (path: string, asked?: Asked) => Promise<Answer>;
  readonly end: () => Promise<void>;
};
export type Asked = { readonly method?: string; readonly headers?: OutgoingHttpHeaders };
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type Content = Readonly<Record<string, string | Uint8Array>>;

/** A publication's files, by name, and the manifest that lists them. */
export function publicationOf(publication: string, title: string, files: Content): Content {
  const listed = Object.entries(files).map(([name, content]) => ({
    name,
    edition: 'podcast',
    sha256: sha256(content),
    bytes: Buffer.from(content).length,
    ...(name.endsWith('.mp3') && { seconds: 61 }),
    tools: {},
  }));
  const manifest = formatManifest({ publication, title, files: listed });
  const all = { ...files, 'manifest.json': manifest };
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [`${publication}/${name}`, one]));
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export async function serve(content: Content): Promise<ServedFolder> {
  const outer = await mkdtemp(path.join(tmpdir(), 'lectern-serve-'));
  const folder = path.join(outer, 'output');
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(content)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  const stop = new AbortController();
  const { port, ended } = await serveFolder({ folder, host: '127.0.0.1', ports: [0], signal: stop.signal });
  return {
    folder,
    port,
    ask: (requested, asked) => ask(port, requested, asked),
    end: async () => {
      stop.abort();
      await ended;
      await rm(outer, { recursive: true });
    },
  };
}

function ask(port: number, requested: string, { method = 'GET', headers = {} }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: requested, method, headers, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response
        .on('data', (piece: Buffer) => pieces.push(piece))
        .on('error', reject)
        .on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(pieces),
          }),
        );
    })
      .on('error', reject)
      .end();
  });
}
