import { lstat, mkdir, rename } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { attempting } from './store-error.ts';
import { sweep, withTemporaryFolder } from './temporary-files.ts';

const prefix = '.unfinished-';

/**
 * Replaces files in `folder` by whole ones. `make` writes them into a hidden folder inside `folder`, so on the same
 * file system, and returns their names (`book.epub`, `images/cover.png`) in the order in which they are to be put in
 * place. Only when it has succeeded, and every file is there, is each renamed over the old one: whoever opens one gets
 * the old or the new, never a part. If anything fails before that, nothing in `folder` has changed.
 *
 * Other files in `folder` stay. What killed runs left is removed first. Two builds may do this at once: each file is
 * then from one of them.
 *
 * @throws StoreError that names the folder if it cannot be written; what `make` throws, as it is.
 */
export async function replaceFiles(
  folder: string,
  make: (staging: string) => Promise<readonly string[]>,
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
      for (const name of names) {
        await mkdir(dirname(join(target, name)), { recursive: true });
        await rename(join(staging, name), join(target, name));
      }
    });
  });
}

/** Whether the file was made and can take its place; asked of all files before the first is moved. */
async function prove(staging: string, target: string, name: string): Promise<void> {
  if (!resolve(staging, name).startsWith(staging + sep)) {
    throw new TypeError(`“${name}” does not lie inside the output folder.`);
  }
  const made = await kindOf(join(staging, name));
  if (made !== 'file') throw new Error(`The output ${name} was not made.`);
  if ((await kindOf(join(target, name))) === 'folder') {
    throw new Error(`The output ${name} cannot be put in place: a folder of that name is in ${target}.`);
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}
