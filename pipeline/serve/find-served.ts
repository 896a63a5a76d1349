import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file or a folder that may be seen: `relative` to what is served, with `/`, and `''` for that folder itself. */
export type Served = { readonly relative: string; readonly path: string; readonly stats: Stats };

/**
 * What the path of a request names, or undefined: where there is nothing, and where there is something that must not be
 * seen, which nobody can tell apart.
 *
 * @param root the folder that is served, by its real path
 * @param requested the path as it was sent: `/my%20book/feed.xml`
 */
export async function findServed(root: string, requested: string): Promise<Served | undefined> {
  const names = namesIn(requested);
  if (names === undefined) return undefined;
  try {
    // A link is followed first, and judged by where it leads.
    const real = await realpath(path.join(root, ...names));
    const relative = path.relative(root, real).split(path.sep).join('/');
    const inside = relative === '' || (!path.isAbsolute(relative) && relative.split('/').every(isPlain));
    if (!inside) return undefined;
    const stats = await stat(real);
    const wantsFolder = requested.endsWith('/');
    return stats.isDirectory() || (stats.isFile() && !wantsFolder)
      ? { relative, path: real, stats }
      : undefined;
  } catch {
    return undefined;
  }
}

/** `/a%20b/c` is `a b`, `c`. Undefined where a name is none that Lectern would write. */
function namesIn(requested: string): readonly string[] | undefined {
  if (!requested.startsWith('/')) return undefined;
  const written = requested.slice(1).replace(/\/$/, '');
  if (written === '') return [];
  try {
    const names = written.split('/').map((name) => decodeURIComponent(name));
    return names.every(isPlain) ? names : undefined;
  } catch {
    return undefined;
  }
}

/**
 * No way up, nothing hidden, and no separator in a name, encoded or not. Windows reads a colon as the start of a stream,
 * and takes the dots and blanks at a name's end away.
 */
function isPlain(name: string): boolean {
  if (name === '' || name.startsWith('.') || /[/\\\p{Cc}]/u.test(name)) return false;
  return process.platform !== 'win32' || !/:|[. ]$/.test(name);
}
