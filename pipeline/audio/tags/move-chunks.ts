/** The description of an MP4 file's tracks (`moov`), for sound that lies elsewhere in the file. */
import { box, boxesOf, bytesOf, contentOf, type MemoryBox } from '../mp4/boxes.ts';

/** Where a byte lies in the new file that lay at this offset in the old one. */
export type Moved = (offset: number) => number;

const LARGEST_32 = 0xffff_ffff;
/** The way to the tables of chunk offsets; nothing else in a file of sound counts from the file's beginning. */
const onTheWay = new Set(['trak', 'mdia', 'minf', 'stbl']);

/**
 * A `moov` with another `udta`, and with its chunk offsets moved. A table of 32 bits becomes one of 64 where an offset
 * asks for it.
 *
 * @param content of the box `moov`
 * @param movedBy where bytes lie when the new `moov` has so many bytes: it stands before what it counts
 */
export function movedMoov(
  content: Buffer,
  udta: readonly Uint8Array[],
  movedBy: (moovBytes: number) => Moved,
): readonly Uint8Array[] {
  const children = boxesOf(content).filter(({ kind }) => kind !== 'udta');
  // Wider tables make a larger `moov`, which moves the sound on: until nothing changes. It only ever grows.
  let bytes = 0;
  for (;;) {
    const moved = movedBy(bytes);
    const made = box('moov', ...children.flatMap((child) => rebuilt(child, moved)), ...udta);
    if (bytesOf(made) === bytes) return made;
    bytes = bytesOf(made);
  }
}

function rebuilt(one: MemoryBox, moved: Moved): readonly Uint8Array[] {
  if (one.kind === 'stco') return offsetTable(one, 4, moved);
  if (one.kind === 'co64') return offsetTable(one, 8, moved);
  if (!onTheWay.has(one.kind)) return [one.bytes];
  return box(one.kind, ...boxesOf(contentOf(one)).flatMap((child) => rebuilt(child, moved)));
}

/** @param width bytes of an offset in the old table */
function offsetTable(table: MemoryBox, width: 4 | 8, moved: Moved): readonly Uint8Array[] {
  const content = contentOf(table);
  const count = content.length < 8 ? 0 : content.readUInt32BE(4);
  if (content.length !== 8 + count * width) {
    throw new Error(
      `The MP4 file has a table “${table.kind}” of ${content.length} bytes for ${count} offsets.`,
    );
  }
  const offsets = Array.from({ length: count }, (_, index) => {
    const at = 8 + index * width;
    return moved(width === 4 ? content.readUInt32BE(at) : Number(content.readBigUInt64BE(at)));
  });
  const isWide = width === 8 || offsets.some((offset) => offset > LARGEST_32);
  const made = Buffer.alloc(8 + count * (isWide ? 8 : 4));
  content.copy(made, 0, 0, 8);
  for (const [index, offset] of offsets.entries()) {
    if (isWide) made.writeBigUInt64BE(BigInt(offset), 8 + index * 8);
    else made.writeUInt32BE(offset, 8 + index * 4);
  }
  return box(isWide ? 'co64' : 'stco', made);
}
