import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sha256OfFile } from './digest.ts';
import { attempting } from './store-error.ts';
import { sweep, withTemporaryFolder } from './temporary-files.ts';

const prefix = '.unfinished-';
/** Longer than a file system's clock takes from one time to the next. */
const tickMilliseconds = 12;

/** A file that an earlier run put in place and that is not made any more; `sha256` is what it held then. */
export type Obsolete = { readonly name: string; readonly sha256: string };

type OtherFiles = {
  readonly obsolete?: readonly Obsolete[];
  /** Files that stay as they are, though `make` makes none of them: what is obsolete may be one of them under another name. */
  readonly standing?: readonly string[];
};

/**
 * Replaces files in `folder` by whole ones. `make` writes them into a hidden folder inside `folder`, so on the same
 * file system, and returns their names (`book.epub`, `images/cover.png`) in the order in which they are to be put in
 * place. Only when it has succeeded, and every file is there, is each renamed over the old one: whoever opens one gets
 * the old or the new, never a part. If anything fails before that, nothing in `folder` has changed.
 *
 * When all are in place, those of `obsolete` are removed that still hold what they held: a file that somebody has changed
 * since is theirs. Other files in `folder` stay. What killed runs left is removed first. Two builds may do this at once:
 * each file is then from one of them. No link among the folders inside `folder` is followed.
 *
 * @throws StoreError that names the folder if it cannot be written; what `make` throws, as it is.
 */
export async function replaceFiles(
  folder: string,
  make: (staging: string) => Promise<readonly string[]>,
  { obsolete = [], standing = [] }: OtherFiles = {},
): Promise<void> {
  const target = resolve(folder);
  await attempting('make the output folder', target, async () => {
    await mkdir(target, { recursive: true });
    await sweep(target, prefix);
  });
  await withTemporaryFolder(target, prefix, async (staging) => {
    const names = await make(staging);
    for (const name of names) await prove(staging, target, name);
    await attempting('put the output in place', target, async () => {
      for (const [index, name] of names.entries()) {
        // By its time the last can be told from the others: what is later than it was changed by somebody else.
        if (index > 0 && index === names.length - 1) await wait(tickMilliseconds);
        await mkdir(dirname(join(target, name)), { recursive: true });
        await rename(join(staging, name), join(target, name));
      }
    });
    await attempting('remove what is not made any more', target, () =>
      remove(target, [...names, ...standing], obsolete),
    );
  });
}

/** Whether the file was made and can take its place; asked of all files before the first is moved. */
async function prove(staging: string, target: string, name: string): Promise<void> {
  if (!isInside(staging, name)) throw new TypeError(`“${name}” does not lie inside the output folder.`);
  const made = await kindOf(join(staging, name));
  if (made !== 'file') throw new Error(`The output ${name} was not made.`);
  for (const above of foldersOf(name)) {
    const kind = await kindOf(join(target, above));
    if (kind !== 'folder' && kind !== 'nothing')
      throw new Error(`The output ${name} cannot be put in place: ${above} in ${target} is no folder.`);
  }
  if ((await kindOf(join(target, name))) === 'folder') {
    throw new Error(`The output ${name} cannot be put in place: a folder of that name is in ${target}.`);
  }
}

async function remove(
  target: string,
  placed: readonly string[],
  obsolete: readonly Obsolete[],
): Promise<void> {
  if (obsolete.length === 0) return;
  // Some file systems take `Arrival.mp3` and `arrival.mp3` for one file: which file it is counts, not how it is called.
  const kept = new Set(await Promise.all(placed.map((name) => identityOf(join(target, name)))));
  for (const { name, sha256 } of obsolete) {
    if (!isInside(target, name)) continue;
    const above = await Promise.all(foldersOf(name).map((folder) => kindOf(join(target, folder))));
    if (above.some((kind) => kind !== 'folder')) continue;
    const path = join(target, name);
    if ((await kindOf(path)) !== 'file' || kept.has(await identityOf(path))) continue;
    if ((await sha256OfFile(path)) === sha256) await rm(path, { force: true });
  }
}

function isInside(folder: string, name: string): boolean {
  return resolve(folder, name).startsWith(folder + sep);
}

/** `a/b/c.txt` → `a`, `a/b`. */
function foldersOf(name: string): readonly string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'link' | 'nothing'> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) return 'nothing';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'file';
}

async function identityOf(path: string): Promise<string> {
  const { dev, ino } = await lstat(path, { bigint: true });
  return `${dev}:${ino}`;
}
