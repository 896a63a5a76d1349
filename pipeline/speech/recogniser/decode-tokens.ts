/** What stands for a space in the vocabulary: U+2581. */
const space = '▁';

/**
 * The text that a row of tokens writes. Most stand for pieces of words; what has no piece of its own is spelled in bytes of
 * UTF-8, a token each: `<0xE2>`.
 *
 * @param vocabulary the piece of each token, by its number
 */
export function decodeTokens(ids: readonly number[], vocabulary: readonly string[]): string {
  const bytes = ids.map((id) => {
    const piece = vocabulary[id];
    if (piece === undefined) throw new RangeError(`The vocabulary has no token ${id}.`);
    const byte = /^<0x([0-9A-F]{2})>$/u.exec(piece)?.[1];
    return byte === undefined ? Buffer.from(piece.replaceAll(space, ' ')) : Buffer.from(byte, 'hex');
  });
  return Buffer.concat(bytes).toString('utf8').trim();
}
