import { directoryLine, endOfDirectory, localHeader } from './headers.ts';
import { mostBytes, mostEntries } from './limits.ts';
import { packEntry, type ZipEntry } from './pack-entry.ts';

/**
 * A ZIP archive in pieces, its entries in the given order. Of a stored entry no more is held than a piece, of a deflated
 * one all of it. Sizes stand before the content, there are no extra fields and no entries for folders, and all dates are
 * the same: what OCF and LPF want, and equal bytes for equal content.
 *
 * @throws Error that names the entry, with the cause, if its content cannot be read; RangeError for more than an archive
 *   without ZIP64 holds; the signal's reason.
 */
export async function* zipArchive(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  const advanced = (bytes: number): number => {
    if (offset + bytes > mostBytes) throw new RangeError('An archive without ZIP64 holds less than 4 GB.');
    return offset + bytes;
  };
  for await (const file of entries) {
    signal.throwIfAborted();
    if (directory.length === mostEntries)
      throw new RangeError(`An archive without ZIP64 holds at most ${mostEntries} files.`);
    try {
      const { entry, pieces } = await packEntry(file, signal);
      const header = localHeader(entry);
      const next = advanced(header.length + entry.packedBytes);
      directory.push(directoryLine(entry, offset));
      yield header;
      yield* pieces();
      offset = next;
    } catch (cause) {
      if (signal.aborted || cause instanceof RangeError) throw cause;
      throw new Error(`Packing ${file.name} failed.`, { cause });
    }
  }
  const bytes = Buffer.concat(directory);
  const end = endOfDirectory(directory.length, bytes.length, offset);
  advanced(bytes.length + end.length);
  yield bytes;
  yield end;
}
