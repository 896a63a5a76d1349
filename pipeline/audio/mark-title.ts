import { cutToBytes, oneLine } from './text.ts';

/** Nero's `chpl` counts the bytes of a title in one byte. */
const LONGEST_BYTES = 255;

/**
 * A chapter's title as every player can show it: one line without control characters, at most 255 bytes of UTF-8.
 * ffmpeg would cut longer ones inside a character.
 */
export function markTitle(title: string): string {
  return cutToBytes(oneLine(title), LONGEST_BYTES);
}
