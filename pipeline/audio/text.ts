/** Texts as tags can carry them. */

/** Nobody reads more in a player, and a command's arguments have an end. */
const LONGEST_BYTES = 4000;
const ELLIPSIS = '…';

/** Control characters and line breaks become spaces, runs of spaces one; what is no Unicode becomes U+FFFD. */
export function oneLine(text: string): string {
  return wellFormed(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** Paragraphs without control characters, cut after 4000 bytes. */
export function plainText(text: string): string {
  const lines = wellFormed(text).replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n');
  return cutToBytes(lines.replace(/(?!\n)\p{Cc}/gu, ' ').trim(), LONGEST_BYTES);
}

/**
 * A text of at most so many bytes of UTF-8. A longer one is cut between two characters as people count them (an emoji
 * of several code points stays whole or goes) and ends with an ellipsis.
 */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let left = bytes - Buffer.byteLength(ELLIPSIS);
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    left -= Buffer.byteLength(segment);
    if (left < 0) break;
    kept += segment;
  }
  return kept.trimEnd() + ELLIPSIS;
}

/** Halves of surrogate pairs have no bytes in UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
