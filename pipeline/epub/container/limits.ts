import { entryOverhead, mostBytes, mostEntries } from '../../zip/limits.ts';

/** A file of the archive: its name and size, as far as it is known before it is packed. */
export type Entry = { readonly name: string; readonly bytes: number };

/**
 * Refuses what an archive without ZIP64 cannot hold, before anything is written: OCF allows ZIP64 (EPUB 3.3, 4.2.2),
 * but many readers cannot open it, and the library cannot write it.
 *
 * @throws Error that names the archive and both numbers.
 */
export function assertFits(archive: string, entries: readonly Entry[]): void {
  if (entries.length > mostEntries) {
    throw new Error(
      `Packing ${archive}: it has ${entries.length} files, and an EPUB holds at most ${mostEntries}. Split the publication.`,
    );
  }
  // Headers name every file twice; data that will not shrink grows by a few bytes in every 16 KB.
  const bytes = entries.reduce(
    (sum, entry) => sum + entry.bytes * 1.001 + 2 * Buffer.byteLength(entry.name) + entryOverhead,
    0,
  );
  if (bytes > mostBytes) {
    const gigabytes = (bytes / 1024 ** 3).toFixed(1);
    throw new Error(
      `Packing ${archive}: it has ${gigabytes} GB, and an EPUB holds less than 4 GB. Use smaller images, or split it.`,
    );
  }
}
