import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbandoned, ownedFileName } from './owner.ts';
import { attempting } from './store-error.ts';

/** A path for a file that is not whole yet. The process that made the name owns it. */
export function temporaryPath(folder: string): string {
  return join(folder, ownedFileName());
}

/** Runs `act` with a path for a temporary file, which it moves to its place. If it fails, nothing is left there. */
export async function withTemporaryFile<R>(folder: string, act: (path: string) => Promise<R>): Promise<R> {
  const path = temporaryPath(folder);
  try {
    return await act(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Runs `act` with a new temporary folder, whose name begins with `prefix`, and removes what is left of it. */
export async function withTemporaryFolder<R>(
  folder: string,
  prefix: string,
  act: (path: string) => Promise<R>,
): Promise<R> {
  const path = join(folder, `${prefix}${ownedFileName()}`);
  await attempting('make a temporary folder', folder, () => mkdir(path));
  try {
    return await act(path);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

/**
 * Removes what killed processes left among a folder's temporary files: names that `prefix` and `ownedFileName` make.
 * Any other name, and what a living process owns, is left alone.
 */
export async function sweep(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const age = await lstat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0, // Gone meanwhile: its owner lives.
    );
    if (isAbandoned(name.slice(prefix.length), age)) await rm(path, { recursive: true, force: true });
  }
}
