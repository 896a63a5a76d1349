/** Boxes of an MP4 file (ISO/IEC 14496-12, 4.2) that lie in memory: read, and made. */

/** The whole box with its head, and how long that is. */
export type MemoryBox = { readonly kind: string; readonly bytes: Buffer; readonly headBytes: number };

/** @throws Error for what is cut off or says of itself that it is larger than what it lies in. */
export function boxesOf(content: Buffer): readonly MemoryBox[] {
  const boxes: MemoryBox[] = [];
  for (let offset = 0; offset < content.length;) {
    const { kind, headBytes, bytes } = boxHead(
      content.subarray(offset, offset + 16),
      content.length - offset,
    );
    boxes.push({ kind, headBytes, bytes: content.subarray(offset, offset + bytes) });
    offset += bytes;
  }
  return boxes;
}

export function contentOf({ bytes, headBytes }: MemoryBox): Buffer {
  return bytes.subarray(headBytes);
}

/**
 * @param head the box's first 16 bytes, or 8 where there are no more
 * @param left the bytes from the box's first to the end of what it lies in
 * @returns `bytes` of the whole box with its head
 * @throws Error as `boxesOf`
 */
export function boxHead(
  head: Buffer,
  left: number,
): { readonly kind: string; readonly headBytes: number; readonly bytes: number } {
  if (head.length < 8) throw new Error('The MP4 file ends in the head of a box.');
  const short = head.readUInt32BE(0);
  const kind = head.toString('latin1', 4, 8);
  // 1 stands for a size of 64 bits behind the kind, 0 for all that is left.
  const headBytes = short === 1 ? 16 : 8;
  if (head.length < headBytes) throw new Error('The MP4 file ends in the head of a box.');
  const bytes = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? left : short;
  if (bytes < headBytes || bytes > left) throw new Error(`The MP4 file ends in its box “${kind}”.`);
  return { kind, headBytes, bytes };
}

/** Pieces are put together when the file is written: a table of samples of a long book has megabytes. */
export function box(kind: string, ...content: readonly Uint8Array[]): readonly Uint8Array[] {
  return [headOf(kind, bytesOf(content)), ...content];
}

export function bytesOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

function headOf(kind: string, contentBytes: number): Buffer {
  const head = Buffer.alloc(8);
  // What it would not hold in 32 bits is no box of ours: only `mdat` grows so large.
  head.writeUInt32BE(contentBytes + 8);
  head.write(kind, 4, 'latin1');
  return head;
}
