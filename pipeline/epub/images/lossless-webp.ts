/** Whether a still WebP was saved without loss, so that it is saved so again (developers.google.com/speed/webp, container). */
export function isLosslessWebp(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A RIFF file: 12 bytes of head, then chunks of a name, a length and so many bytes, filled up to an even number.
  for (let at = 12; at + 8 <= view.length; at += 8 + Math.ceil(view.readUInt32LE(at + 4) / 2) * 2) {
    const kind = view.toString('latin1', at, at + 4);
    if (kind === 'VP8L') return true;
    if (kind === 'VP8 ' || kind === 'ANMF') return false;
  }
  return false;
}
