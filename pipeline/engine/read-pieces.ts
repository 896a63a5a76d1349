import type { FileHandle } from 'node:fs/promises';

const pieceBytes = 256 * 1024;

/**
 * A file's content in pieces, each in memory of its own. Of a file longer than `expectedBytes` one byte more is read,
 * so that the caller sees that it is longer.
 */
export async function* readPieces(
  file: FileHandle,
  expectedBytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0;
  while (position <= expectedBytes) {
    const piece = Buffer.allocUnsafeSlow(Math.min(pieceBytes, expectedBytes + 1 - position));
    const { bytesRead } = await file.read(piece, 0, piece.length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
