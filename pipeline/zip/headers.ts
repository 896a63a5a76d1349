/** The records of an archive: APPNOTE 6.3.10, 4.3.7 (a local header), 4.3.12 (a line of the directory), 4.3.16 (its end). */

/** An entry whose content is known, and where it stands in the archive. */
export type PackedEntry = {
  /** UTF-8, with `/` between folders. */
  readonly name: Buffer;
  readonly deflated: boolean;
  readonly crc: number;
  /** In the archive, and of the content. */
  readonly packedBytes: number;
  readonly bytes: number;
};

/** Version 1.0 for what is stored, 2.0 for what is deflated: what a reader must know. */
const needed = { stored: 10, deflated: 20 } as const;
/** Names are UTF-8 (bit 11), which is said where they are not ASCII: without it they would be read in another code page. */
const utf8Names = 0x0800;
/** 1 January 1980, midnight, the earliest there is: equal content has equal bytes, whenever it is packed. */
const date = (1 << 5) | 1;
const time = 0;

/** What both headers of an entry say of it, 26 bytes from the version that is needed on. */
function description({ name, deflated, crc, packedBytes, bytes }: PackedEntry): Buffer {
  const record = Buffer.alloc(26);
  record.writeUInt16LE(deflated ? needed.deflated : needed.stored, 0);
  record.writeUInt16LE(name.every((byte) => byte < 0x80) ? 0 : utf8Names, 2);
  record.writeUInt16LE(deflated ? 8 : 0, 4);
  record.writeUInt16LE(time, 6);
  record.writeUInt16LE(date, 8);
  record.writeUInt32LE(crc, 10);
  record.writeUInt32LE(packedBytes, 14);
  record.writeUInt32LE(bytes, 18);
  record.writeUInt16LE(name.length, 22);
  // No extra field: OCF wants none on `mimetype`, and no other entry needs one.
  return record;
}

/** Stands before the entry's content, sizes included, so that readers that stream know where it ends. */
export function localHeader(entry: PackedEntry): Buffer {
  return Buffer.concat([signature(0x04034b50), description(entry), entry.name]);
}

/** @param offset of the entry's local header in the archive */
export function directoryLine(entry: PackedEntry, offset: number): Buffer {
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(needed.deflated, 0);
  // No comment, disk 0, no attributes of any file system.
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, description(entry), rest, entry.name]);
}

export function endOfDirectory(entries: number, directoryBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(18);
  record.writeUInt16LE(entries, 4);
  record.writeUInt16LE(entries, 6);
  record.writeUInt32LE(directoryBytes, 8);
  record.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), record]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
