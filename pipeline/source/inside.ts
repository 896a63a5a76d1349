import { lstat, realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * Why a path that an author wrote may not be read:
 * `address` a URL; `outside` leads out of the folder, in words or through a link; `missing`; `not-a-file`.
 */
export type Refusal = 'address' | 'outside' | 'missing' | 'not-a-file';

export type Inside = { readonly path: string; readonly absolute: string } | { readonly refused: Refusal };

/**
 * Resolves a path that an author wrote, and proves that it stays inside the publication's folder.
 *
 * @param folder absolute path of the publication's folder
 * @param from the file in which the path stands, relative to the folder
 * @param written the path as written: percent-encoding, a fragment or a query allowed, as in Markdown
 */
export async function resolveInside(folder: string, from: string, written: string): Promise<Inside> {
  const relative = relativeInside(from, written);
  if (typeof relative !== 'string') return relative;
  const absolute = path.join(folder, relative);
  let real: string;
  try {
    real = await realpath(absolute);
  } catch {
    return { refused: 'missing' };
  }
  const root = await realpath(folder);
  // A link, anywhere on the way, may not lead out.
  if (real !== root && !real.startsWith(root + path.sep)) return { refused: 'outside' };
  if (!(await lstat(real)).isFile()) return { refused: 'not-a-file' };
  return { path: relative, absolute: real };
}

/** The same, by words alone: the path relative to the publication's folder, or why there is none. */
export function relativeInside(from: string, written: string): string | { readonly refused: Refusal } {
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith('//')) return { refused: 'address' };
  const bare = written.replace(/[?#].*$/s, '');
  let decoded: string;
  try {
    decoded = decodeURIComponent(bare);
  } catch {
    decoded = bare;
  }
  if (decoded.includes('\0')) return { refused: 'missing' };
  const slashed = decoded.replaceAll('\\', '/');
  if (slashed.startsWith('/') || /^[a-z]:/i.test(slashed)) return { refused: 'outside' };
  const joined = path.posix.normalize(path.posix.join(path.posix.dirname(from), slashed));
  if (joined === '..' || joined.startsWith('../')) return { refused: 'outside' };
  return joined;
}
