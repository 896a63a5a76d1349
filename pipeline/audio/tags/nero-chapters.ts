import type { ChapterMark } from '../chapter-marks.ts';
import { cutToBytes } from '../text.ts';
import { box } from '../mp4/boxes.ts';

/** Both the marks and the bytes of a title are counted in one byte. */
const MOST = 255;
/** Times are counted in tenths of a microsecond. */
const TICKS_A_MILLISECOND = 10_000n;

/**
 * The box `chpl`, Nero's list of chapters, or nothing where it cannot hold all of them: players that prefer it would show
 * no more than 255, while they find all in the text track.
 */
export function neroChapters(
  marks: readonly Pick<ChapterMark, 'title' | 'beginMilliseconds'>[],
): readonly Uint8Array[] {
  if (marks.length === 0 || marks.length > MOST) return [];
  const entries = marks.map(({ title, beginMilliseconds }) => {
    const text = Buffer.from(cutToBytes(title, MOST));
    const head = Buffer.alloc(9);
    head.writeBigUInt64BE(BigInt(beginMilliseconds) * TICKS_A_MILLISECOND);
    head[8] = text.length;
    return Buffer.concat([head, text]);
  });
  // Version 1, no flags, and four bytes that mean nothing.
  return box('chpl', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, marks.length), ...entries);
}
