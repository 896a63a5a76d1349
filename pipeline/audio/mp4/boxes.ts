/** Boxes of an MP4 file (ISO/IEC 14496-12, 4.2). */

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
