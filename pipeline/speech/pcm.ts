/** Bytes to samples and back: mono, signed 16 bit, little endian on every machine. */

export function toSamples(pcm: Uint8Array): Int16Array {
  if (pcm.byteLength % 2 !== 0) throw new RangeError(`16-bit samples cannot fill ${pcm.byteLength} bytes.`);
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Int16Array.from({ length: pcm.byteLength / 2 }, (_, index) => view.getInt16(index * 2, true));
}

export function toPcm(samples: Int16Array): Uint8Array {
  const pcm = new Uint8Array(samples.length * 2);
  const view = new DataView(pcm.buffer);
  samples.forEach((sample, index) => {
    view.setInt16(index * 2, sample, true);
  });
  return pcm;
}
