import type { BlobRef } from './blob.ts';
import { DamagedEntryError, isDamage } from './damaged-entry.ts';
import type { BlobAccess } from './stage.ts';
import type { BlobStore } from './store.ts';

export type WatchedBlobs = {
  readonly access: BlobAccess;
  /**
   * What really failed: a program that was given a blob's path and did not find it, since another process evicted it,
   * fails in its own words. If a blob whose path was given out is gone, that is the failure, and can be mended.
   */
  readonly explain: (error: unknown) => Promise<unknown>;
};

/** Blob access for one step: stops when the signal aborts, and knows which paths it gave out. */
export function watchBlobs(blobs: BlobStore, signal: AbortSignal): WatchedBlobs {
  const givenOut: BlobRef[] = [];
  return {
    access: {
      write: (source) => blobs.write(stoppable(source, signal)),
      writeFile: async (make, extension) => {
        signal.throwIfAborted();
        return await blobs.writeFile(make, extension);
      },
      read: (blob) => stoppable(blobs.read(blob), signal),
      readAll: async (blob) => {
        signal.throwIfAborted();
        return await blobs.readAll(blob);
      },
      path: async (blob) => {
        signal.throwIfAborted();
        const path = await blobs.path(blob);
        givenOut.push(blob);
        return path;
      },
    },
    explain: async (error) => {
      if (isDamage(error) || signal.aborted) return error;
      for (const blob of givenOut) {
        if (!(await blobs.has(blob)))
          return new DamagedEntryError(blob, 'went away while it was in use', { cause: error });
      }
      return error;
    },
  };
}

async function* stoppable(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal.throwIfAborted();
  for await (const piece of source) {
    signal.throwIfAborted();
    yield piece;
  }
}
