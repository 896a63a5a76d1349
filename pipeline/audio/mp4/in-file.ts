import { box, bytesOf } from './boxes.ts';
import { fits32, u32, u64 } from './fields.ts';

/**
 * What stands before the media in an MP4 file that is read from its beginning: its kind, its description, and the head of the box
 * that holds the media.
 *
 * @param brand four letters
 * @param mediaBytes of all media
 * @param moov the description, for a place of the first byte of media; its length depends on `isWide` alone
 */
export function inFile(
  brand: string,
  mediaBytes: number,
  moov: (firstByte: number, isWide: boolean) => readonly Uint8Array[],
): readonly Uint8Array[] {
  const ftyp = box('ftyp', Buffer.from(brand), u32(0x200), Buffer.from(`${brand}isomiso2`));
  const headBytes = bytesOf(ftyp) + bytesOf(moov(0, false));
  // Places have 64 bits where 32 are not enough; then the description is longer, and so is the head of the media.
  const isWide = !fits32(headBytes + 8 + mediaBytes);
  const head = isWide
    ? [u32(1), Buffer.from('mdat'), u64(mediaBytes + 16)]
    : [u32(mediaBytes + 8), Buffer.from('mdat')];
  const firstByte = bytesOf(ftyp) + bytesOf(moov(0, isWide)) + bytesOf(head);
  return [...ftyp, ...moov(firstByte, isWide), ...head];
}
