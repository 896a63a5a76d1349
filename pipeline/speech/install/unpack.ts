import { extract, type ReadEntry } from 'tar';

/**
 * Unpacks the wanted files of a package. Everything in a package of npm lies in one folder, whose name says nothing.
 *
 * @param keep paths in the package: files, and folders with a slash at the end
 * @throws Error for a path that leads out of the folder, be it wanted or not, and for a wanted path that is not there
 */
export async function unpack(tarball: string, folder: string, keep: readonly string[]): Promise<void> {
  const missing = new Set(keep);
  const unsafe: string[] = [];
  await extract({
    file: tarball,
    cwd: folder,
    strip: 1,
    // Without it a full disk would only be a warning.
    strict: true,
    preserveOwner: false,
    noMtime: true,
    filter: (entryPath, entry) => {
      const parts = entryPath.split(/[/\\]/);
      if (entryPath.startsWith('/') || parts.includes('..') || /^[a-z]:/i.test(entryPath))
        unsafe.push(entryPath);
      if (unsafe.length > 0 || !isFile(entry)) return false;
      const inPackage = parts.slice(1).join('/');
      const wanted = keep.find((kept) =>
        kept.endsWith('/') ? inPackage.startsWith(kept) : inPackage === kept,
      );
      if (wanted !== undefined) missing.delete(wanted);
      return wanted !== undefined;
    },
  });
  if (unsafe[0] !== undefined)
    throw new Error(`The package holds the path "${unsafe[0]}", which leads out of its folder`);
  const [lacking] = missing;
  if (lacking !== undefined) throw new Error(`The package lacks "${lacking}"`);
}

/** Links are left out: the packages have none, and they can lead anywhere. */
function isFile(entry: object): boolean {
  const { type } = entry as Partial<ReadEntry>;
  return type === 'File' || type === 'OldFile' || type === 'ContiguousFile';
}
