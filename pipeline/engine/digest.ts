import { createHash, hash } from 'node:crypto';

/** The SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  // The one-shot form spares small texts an object each; Node has it since 20.12.
  return hash('sha256', content, 'hex');
}

/** A SHA-256 over content that arrives in pieces. */
export const sha256InPieces = () => createHash('sha256');
