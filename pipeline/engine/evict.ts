import { statSync } from 'node:fs';
import { readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from './store-error.ts';

type Entry = { readonly path: string; readonly bytes: number; readonly usedMilliseconds: number };

/**
 * Removes the files of `folders` (each with shards as in `shardPath`) that were not used for the longest time, until
 * the rest is at most `budgetBytes`. What is used meanwhile stays.
 *
 * @returns how many bytes were freed.
 */
export async function evictFiles(folders: readonly string[], budgetBytes: number): Promise<number> {
  const entries: Entry[] = [];
  for (const folder of folders) await collectEntries(folder, entries);
  entries.sort((a, b) => a.usedMilliseconds - b.usedMilliseconds || (a.path < b.path ? -1 : 1));
  let keptBytes = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let freedBytes = 0;
  for (const { path, bytes, usedMilliseconds } of entries) {
    if (keptBytes <= budgetBytes) break;
    const now = entryAt(path);
    if (now !== undefined && now.usedMilliseconds !== usedMilliseconds) continue;
    keptBytes -= bytes;
    if (now !== undefined && (await removed(path))) freedBytes += bytes;
  }
  return freedBytes;
}

async function collectEntries(folder: string, entries: Entry[]): Promise<void> {
  for (const shard of await readdir(folder, { withFileTypes: true })) {
    if (!shard.isDirectory()) continue;
    for (const name of await readdir(join(folder, shard.name))) {
      const entry = entryAt(join(folder, shard.name, name));
      if (entry !== undefined) entries.push(entry);
    }
  }
}

function entryAt(path: string): Entry | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { path, bytes: stats.size, usedMilliseconds: stats.mtimeMs } : undefined;
}

/** Removes a file; `false` if another process was faster. */
async function removed(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
