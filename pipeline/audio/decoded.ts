/**
 * What a file decodes to, for measuring: 32 bit floats, in which peaks above full scale are still what they are, and which need
 * no work here.
 */

import { open } from 'node:fs/promises';

/** ffmpeg's options of an output. */
export function decodedOptions(sampleRate: number): readonly string[] {
  return ['-f', 'f32le', '-ar', String(sampleRate), '-ac', '1'];
}

export const BYTES_PER_FLOAT = 4;
const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The bytes as samples, without a copy where they lie as the machine wants them. */
export function decodedSound(bytes: Uint8Array): Float32Array {
  const length = Math.floor(bytes.byteLength / BYTES_PER_FLOAT);
  if (isLittleEndian && bytes.byteOffset % BYTES_PER_FLOAT === 0)
    return new Float32Array(bytes.buffer, bytes.byteOffset, length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length }, (_, index) => view.getFloat32(index * BYTES_PER_FLOAT, true));
}

/** Reads one file after the other to the same place in memory: samples are there until the next file is read. */
export function decodedReader(): (path: string) => Promise<Float32Array> {
  let room = Buffer.alloc(0);
  return async (path) => {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (room.length < size) room = Buffer.allocUnsafeSlow(size);
      for (let filled = 0; filled < size;) {
        const { bytesRead } = await file.read(room, filled, size - filled, filled);
        if (bytesRead === 0) throw new Error('Decoded sound ended while it was measured.');
        filled += bytesRead;
      }
      return decodedSound(room.subarray(0, size));
    } finally {
      await file.close();
    }
  };
}
