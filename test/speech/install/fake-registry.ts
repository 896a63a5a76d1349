/** A registry of npm on this machine, which serves packages that a test makes, and fails as it is told. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Header } from 'tar';
import { onTestFinished } from 'vitest';
import type { PinnedPackage } from '../../../pipeline/speech/install/pinned-packages.ts';

export type FakePackage = { readonly pinned: PinnedPackage; readonly tarball: Buffer };

/** @param files content by the path in the tarball */
export function fakePackage(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  keep: readonly string[],
): FakePackage {
  const tarball = tarballOf(files);
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const pinned = { name, version: '1.0.0', integrity, downloadBytes: tarball.length, licence: 'MIT', keep };
  return { pinned, tarball };
}

/** Made by hand, since no packer writes the paths that a malicious package has. */
function tarballOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    new Header({ path, mode: 0o644, size: bytes.length, type: 'File', mtime: new Date(0) }).encode(header);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  // Stored, not compressed, so that a test knows when a part of it has come.
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]), { level: 0 });
}

export type Answer = 'whole' | 'cut' | 'held' | 'other';

export type FakeRegistry = {
  readonly url: string;
  /** What was asked for, in order: "GET /name". */
  readonly requests: readonly string[];
  /** What came as `Authorization`, with the last request. */
  readonly authorization: string | undefined;
  /**
   * How tarballs are answered from now on: whole; cut off half-way; held half-way for ever; or with other bytes than the
   * published ones.
   */
  answer: Answer;
};

/** Serves packages until the test has ended. */
export async function serveRegistry(packages: readonly FakePackage[]): Promise<FakeRegistry> {
  const requests: string[] = [];
  const registry = {
    url: '',
    requests,
    authorization: undefined as string | undefined,
    answer: 'whole' as Answer,
  };
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const asked = decodeURIComponent(request.url ?? '');
    requests.push(`${request.method ?? ''} ${asked}`);
    registry.authorization = request.headers.authorization;
    const found = packages.find(({ pinned: { name } }) => asked === `/${name}` || asked === `/${name}.tgz`);
    if (found === undefined) response.writeHead(404).end('{"error":"not found"}');
    else if (asked.endsWith('.tgz')) answerTarball(response, found.tarball, registry.answer);
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(packument(found.pinned, registry.url));
  };
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  registry.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return registry;
}

function answerTarball(response: ServerResponse, tarball: Buffer, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': tarball.length });
  if (answer === 'whole') response.end(tarball);
  else if (answer === 'other') response.end(Buffer.alloc(tarball.length, 'other'));
  else
    response.write(tarball.subarray(0, tarball.length / 2), () => {
      if (answer === 'cut') response.destroy();
    });
}

function packument({ name, version, integrity }: PinnedPackage, url: string): string {
  const dist = { integrity, tarball: `${url}/${name}.tgz` };
  const scripts = { preinstall: 'exit 1', install: 'exit 1', postinstall: 'exit 1' };
  return JSON.stringify({
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { name, version, scripts, hasInstallScript: true, dist } },
  });
}
