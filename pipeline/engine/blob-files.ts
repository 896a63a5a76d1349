/** Blobs as files, raw, so that programs can read them by path: `aa/aabbcc…` by the SHA-256 of their content. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlobRef } from './blob.ts';
import { DamagedEntryError } from './damaged-entry.ts';
import { sha256, sha256InPieces } from './digest.ts';
import { noteUse } from './last-use.ts';
import { readPieces } from './read-pieces.ts';
import { discard, putInPlace, shardPath } from './shards.ts';
import type { BlobStore } from './store.ts';
import { attempting, codeOf, isRefusal, StoreError } from './store-error.ts';
import { withTemporaryFile, withTemporaryFolder } from './temporary-files.ts';

export function blobFiles(folder: string, temporaryFolder: string): BlobStore {
  const pathOf = (blob: BlobRef) => shardPath(folder, blob.sha256);

  /** Forgets a blob that is not what its name says. The error is for the caller to throw. */
  const failed = async (blob: BlobRef, cause: unknown): Promise<Error> => {
    if (isRefusal(cause)) return new StoreError('read a blob', folder, cause);
    await forget(blob);
    if (cause instanceof DamagedEntryError) return cause;
    return new DamagedEntryError(
      blob,
      codeOf(cause) === 'ENOENT' ? 'is not in the store' : 'cannot be read',
      { cause },
    );
  };

  const forget = (blob: BlobRef) => attempting('remove a damaged blob', folder, () => discard(pathOf(blob)));

  /** Moves a file that is whole to where its content belongs: over what is there, which may be damaged. */
  const keep = async (temporary: string, blob: BlobRef): Promise<BlobRef> => {
    await attempting('store a blob', folder, () => putInPlace(temporary, pathOf(blob)));
    return blob;
  };

  async function* read(blob: BlobRef): AsyncGenerator<Uint8Array, void, undefined> {
    let file: FileHandle | undefined;
    try {
      file = await open(pathOf(blob));
      yield* provenPieces(file, blob);
    } catch (error) {
      throw await failed(blob, error);
    } finally {
      await file?.close();
    }
  }

  return {
    read,

    async readAll(blob) {
      if (blob.bytes <= mostBytesAtOnce) {
        try {
          return wholeFile(pathOf(blob), blob);
        } catch (error) {
          throw await failed(blob, error);
        }
      }
      const whole = Buffer.allocUnsafeSlow(blob.bytes);
      let filled = 0;
      for await (const piece of read(blob)) {
        whole.set(piece, filled);
        filled += piece.length;
      }
      return whole;
    },

    async path(blob) {
      const pieces = read(blob);
      while (!(await pieces.next()).done);
      return pathOf(blob);
    },

    write: (source) =>
      withTemporaryFile(temporaryFolder, async (temporary) =>
        keep(temporary, await fill(temporary, source, folder)),
      ),

    writeFile: (make, extension = '') =>
      withTemporaryFolder(temporaryFolder, '', async (own) => {
        const temporary = join(own, `content${extensionOf(extension)}`);
        await make(temporary);
        return keep(temporary, await refOf(temporary));
      }),

    async has(blob) {
      const path = pathOf(blob);
      const stats = await attempting('look for a blob', folder, () =>
        Promise.resolve(statSync(path, { throwIfNoEntry: false })),
      );
      if (stats === undefined) return false;
      if (stats.isFile() && stats.size === blob.bytes) {
        noteUse(path, stats);
        return true;
      }
      await forget(blob);
      return false;
    },
  };
}

/** What is no larger is read at once: visits to the thread pool, one for each call, take ten times as long as the reading. */
const mostBytesAtOnce = 1024 * 1024;

function wholeFile(path: string, blob: BlobRef): Buffer {
  const file = openSync(path, 'r');
  try {
    // One byte more, which a file that is too long fills.
    const room = Buffer.allocUnsafeSlow(blob.bytes + 1);
    let filled = 0;
    for (let bytesRead = -1; bytesRead !== 0 && filled < room.length; filled += bytesRead)
      bytesRead = readSync(file, room, filled, room.length - filled, filled);
    const whole = room.subarray(0, blob.bytes);
    prove(blob, filled, () => sha256(whole));
    return whole;
  } finally {
    closeSync(file);
  }
}

function prove(blob: BlobRef, bytes: number, digest: () => string): void {
  if (bytes !== blob.bytes)
    throw new DamagedEntryError(blob, bytes < blob.bytes ? 'is cut short' : 'is too long');
  if (digest() !== blob.sha256) throw new DamagedEntryError(blob, 'has another content');
}

/** A blob's content. The last piece is held back until the whole is proven: of a short blob no wrong byte gets out. */
async function* provenPieces(file: FileHandle, blob: BlobRef): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = sha256InPieces();
  let bytes = 0;
  let held: Uint8Array | undefined;
  for await (const piece of readPieces(file, blob.bytes)) {
    if (held !== undefined) yield held;
    hash.update(piece);
    bytes += piece.length;
    held = piece;
  }
  prove(blob, bytes, () => hash.digest('hex'));
  if (held !== undefined) yield held;
}

/** Writes pieces to a new file, and says what they are. A failure of the source is passed on as it is. */
async function fill(
  path: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  folder: string,
): Promise<BlobRef> {
  const writing = <R>(act: () => Promise<R>) => attempting('write a blob', folder, act);
  const file = await writing(() => open(path, 'wx'));
  const hash = sha256InPieces();
  let bytes = 0;
  try {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      await writing(() => file.writeFile(piece));
    }
  } finally {
    await writing(() => file.close());
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** What a finished file holds. */
async function refOf(path: string): Promise<BlobRef> {
  const stats = await lstat(path).catch((error: unknown) => {
    throw new Error('Nothing was written at the path that was given for a blob.', { cause: error });
  });
  if (!stats.isFile()) throw new Error('What was written for a blob is not a file.');
  const file: FileHandle = await open(path);
  try {
    const hash = sha256InPieces();
    for await (const piece of readPieces(file, stats.size)) hash.update(piece);
    return { sha256: hash.digest('hex'), bytes: stats.size };
  } finally {
    await file.close();
  }
}

/** Some programs choose a format by the extension; nothing else may get into the name. */
function extensionOf(extension: string): string {
  if (extension === '') return '';
  if (!/^\.?[a-z0-9]{1,10}$/i.test(extension))
    throw new TypeError(`“${extension}” is not a file's extension.`);
  return extension.startsWith('.') ? extension : `.${extension}`;
}
