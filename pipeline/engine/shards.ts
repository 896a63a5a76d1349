import { mkdir, rename, rm } from 'node:fs/promises';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from './store-error.ts';

const digest = /^[0-9a-f]{64}$/;

/**
 * Where the entry of a digest lies: `aa/aabbcc…`, so that no folder grows too large for slow file systems.
 *
 * @throws TypeError for anything but a digest: no name from elsewhere may become a path.
 */
export function shardPath(folder: string, name: string): string {
  if (!digest.test(name)) throw new TypeError(`“${name}” is not a SHA-256 in hexadecimal.`);
  return join(folder, name.slice(0, 2), name);
}

/** Moves a whole file to its place, over what was there. Makes the place's folder only when it turns out missing. */
export async function putInPlace(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
  }
}

/** As `putInPlace`, for small files, where waiting for the thread pool takes longer than the work. */
export function putInPlaceSync(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    renameSync(temporary, path);
  }
}

/** Removes an entry, whatever lies there; being gone already is as good. */
export async function discard(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

export function discardSync(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
