const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOTDIR: 'a part of the path is not a folder',
  EIO: 'the disk reports an error',
};

/** The folder cannot be used as it must be: full, read-only, forbidden. Not damage, which is mended silently. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly folder: string;
  constructor(attempt: string, folder: string, cause: unknown) {
    super(`Could not ${attempt} in ${folder}: ${reasonOf(cause)}.`, { cause });
    this.folder = folder;
  }
}

/** Runs `act` on the file system and says, if it fails, what was attempted in which folder. */
export async function attempting<R>(attempt: string, folder: string, act: () => Promise<R>): Promise<R> {
  try {
    return await act();
  } catch (error) {
    throw new StoreError(attempt, folder, error);
  }
}

/** The system's code of an error (`ENOENT`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether an error means that this process may not or cannot read at all, rather than that the entry is bad. */
export function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EMFILE', 'ENFILE'].includes(codeOf(error) ?? '');
}

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  const known = code === undefined ? undefined : reasons[code];
  if (known !== undefined) return `${known} (${code})`;
  return cause instanceof Error ? cause.message : String(cause);
}
