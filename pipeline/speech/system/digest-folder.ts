import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One SHA-256 of all the files in a folder and below, by their names and contents. */
export async function digestFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const whole = createHash('sha256');
  for (const file of files.sort()) {
    const content = createHash('sha256').update(await readFile(file));
    whole.update(`${relative(folder, file)}\0${content.digest('hex')}\n`);
  }
  return whole.digest('hex');
}
