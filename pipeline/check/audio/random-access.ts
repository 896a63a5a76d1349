import type { Archive } from '../epub/archive.ts';
import { gather } from '../epub/gather.ts';

/** Bytes that are read where they are wanted. */
export type RandomAccess = {
  readonly bytes: number;
  /** Fewer than asked for where the file ends. */
  read(offset: number, length: number): Promise<Buffer>;
};

/** Sound is stored as it is; where it was packed all the same, so much is unpacked to look into it. */
const mostUnpackedBytes = 64 * 1024 * 1024;

/** A file of the archive, or undefined where it is packed and too large to be unpacked for this. */
export async function randomAccess(archive: Archive, name: string): Promise<RandomAccess | undefined> {
  const entry = archive.entries.get(name);
  if (!entry) return undefined;
  const { bytes } = entry;
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, bytes));
  if (entry.stored) {
    return {
      bytes,
      read: async (offset, length) => {
        const range = { start: clamp(offset), end: clamp(offset + length) };
        return range.start === range.end ? Buffer.alloc(0) : gather(await archive.stream(name, range));
      },
    };
  }
  if (bytes > mostUnpackedBytes) return undefined;
  const whole = await gather(await archive.stream(name));
  return {
    bytes,
    read: (offset, length) => Promise.resolve(whole.subarray(clamp(offset), clamp(offset + length))),
  };
}
