import type { Archive, ArchiveEntry } from './archive.ts';
import { UnreadableError } from '../own-finding.ts';
import { gather } from './gather.ts';

/** What a checker that reads all at once may be given, unpacked; beyond it is a bomb, or no book. */
const mostBytes = 256 * 1024 * 1024;
/** By so much a checker knows the kind of a picture or a sound. */
const headBytes = 4096;

const localHeadBytes = 30;
const centralHeadBytes = 46;

/**
 * The same archive with only the beginnings of the files that `isCut` names, which are pictures, sounds and fonts: a
 * checker that holds everything in memory then holds the texts. Names, order and how the first file is stored stay.
 *
 * @throws UnreadableError where the texts are too large all the same.
 */
export async function slimArchive(
  archive: Archive,
  isCut: (entry: ArchiveEntry) => boolean,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let unpacked = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  for (const entry of archive.entries.values()) {
    const cut = isCut(entry) && entry.bytes > headBytes;
    unpacked += cut ? headBytes : entry.bytes;
    if (unpacked > mostBytes) {
      throw new UnreadableError('too-much-inside', `The texts of the archive unpack to more than ${mostBytes / 1024 / 1024} MB.`); // prettier-ignore
    }
    const content = cut ? await headOf(archive, entry) : await gather(await archive.packed(entry));
    const numbers: Numbers = {
      method: cut ? 0 : entry.raw.compressionMethod,
      packedBytes: content.length,
      bytes: cut ? content.length : entry.bytes,
      crc32: entry.raw.crc32,
      flags: entry.raw.generalPurposeBitFlag,
    };
    const name = entry.raw.fileNameRaw;
    const extra = await archive.localExtra(entry);
    directory.push(centralHead(numbers, name, offset));
    add(localHead(numbers, name, extra));
    add(content);
  }
  const list = Buffer.concat(directory);
  return Buffer.concat([...pieces, list, endOf(directory.length, list.length, offset)]);
}

async function headOf(archive: Archive, entry: ArchiveEntry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of await archive.stream(entry.name)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, headBytes);
}

type Numbers = {
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly packedBytes: number;
  readonly bytes: number;
};

/** APPNOTE 4.3.7. Sizes stand here, whatever the flag of the first archive said. */
function localHead(
  { method, flags, crc32, packedBytes, bytes }: Numbers,
  name: Buffer,
  extra: Buffer,
): Buffer {
  const head = Buffer.alloc(localHeadBytes);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(flags & ~8, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt32LE(crc32, 14);
  head.writeUInt32LE(packedBytes, 18);
  head.writeUInt32LE(bytes, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

/** APPNOTE 4.3.12. */
function centralHead(
  { method, flags, crc32, packedBytes, bytes }: Numbers,
  name: Buffer,
  offset: number,
): Buffer {
  const head = Buffer.alloc(centralHeadBytes);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(20, 6);
  head.writeUInt16LE(flags & ~8, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(crc32, 16);
  head.writeUInt32LE(packedBytes, 20);
  head.writeUInt32LE(bytes, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  return Buffer.concat([head, name]);
}

/** APPNOTE 4.3.16. */
function endOf(entries: number, directoryBytes: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
