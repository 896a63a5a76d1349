/** A store in memory, for books that are small. */
import { createHash } from 'node:crypto';
import type { BlobRef } from '../../pipeline/engine/blob.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import type { makeEpub } from '../../pipeline/epub/make-epub.ts';

export type MemoryBlobs = BlobAccess & {
  readonly put: (bytes: Uint8Array | string) => BlobRef;
  readonly get: (blob: BlobRef) => Buffer;
};

export function memoryBlobs(): MemoryBlobs {
  const stored = new Map<string, Buffer>();
  const put = (content: Uint8Array | string): BlobRef => {
    const bytes = Buffer.from(content as Uint8Array);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    stored.set(sha256, bytes);
    return { sha256, bytes: bytes.length };
  };
  const get = ({ sha256 }: BlobRef): Buffer => {
    const bytes = stored.get(sha256);
    if (!bytes) throw new Error(`No blob ${sha256}.`);
    return bytes;
  };
  return {
    put,
    get,
    write: async (source) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of source) pieces.push(piece);
      return put(Buffer.concat(pieces));
    },
    // In pieces, as a file would come.
    read: async function* (blob) {
      const bytes = await Promise.resolve(get(blob));
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    },
    readAll: (blob) => Promise.resolve(get(blob)),
    writeFile: () => Promise.reject(new Error('The EPUB is not written by a program.')),
    path: () => Promise.reject(new Error('The EPUB is not read by a program.')),
  };
}

export function contextOf(
  blobs: BlobAccess,
  signal = new AbortController().signal,
): Parameters<typeof makeEpub.run>[1] {
  return { signal, tools: {}, blobs, progress: () => undefined };
}
