import { endianness } from 'node:os';

/** Bytes to samples and back: mono, signed 16 bit, little endian on every machine. */

const isLittleEndian = endianness() === 'LE';

/** A copy. @throws RangeError for half a sample. */
export function toSamples(pcm: Uint8Array): Int16Array {
  if (pcm.byteLength % 2 !== 0) throw new RangeError(`16-bit samples cannot fill ${pcm.byteLength} bytes.`);
  return new Int16Array(inOwnOrder(pcm).buffer);
}

/** A copy. */
export function toPcm(samples: Int16Array): Uint8Array {
  return inOwnOrder(new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength));
}

/** A copy, so that it lies on even addresses; turned where the machine counts its bytes the other way. */
function inOwnOrder(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  if (!isLittleEndian) Buffer.from(copy.buffer).swap16();
  return copy;
}
