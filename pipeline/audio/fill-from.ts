import type { FileHandle } from 'node:fs/promises';

/**
 * Fills `bytes` with what the file holds from `position` on.
 *
 * @param purpose completes "ended while …"
 * @throws Error where the file ends before
 */
export async function fillFrom(
  file: FileHandle,
  bytes: Buffer,
  position: number,
  purpose: string,
): Promise<void> {
  for (let filled = 0; filled < bytes.length;) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, position + filled);
    if (bytesRead === 0) throw new Error(`A file ended while ${purpose}.`);
    filled += bytesRead;
  }
}
