import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  // The one-shot form spares small texts an object each; Node has it since 20.12.
  return hash('sha256', content, 'hex');
}

/** A SHA-256 over content that arrives in pieces. */
export const sha256InPieces = () => createHash('sha256');

/** That of a file. @throws what the system says where it cannot be read. */
export async function sha256OfFile(path: string): Promise<string> {
  const digest = sha256InPieces();
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), digest);
  return digest.digest('hex');
}
