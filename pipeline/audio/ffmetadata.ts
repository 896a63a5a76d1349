/** Chapters in ffmpeg's own text format (ffmpeg-formats, "Metadata"). */
import type { ChapterMark } from './chapter-marks.ts';

/** One chapter after the other, in whole milliseconds. Tags of the book go as arguments: 4.1 cuts a line at 1023 bytes. */
export function writeFfmetadata(
  marks: readonly Pick<ChapterMark, 'title' | 'beginMilliseconds' | 'endMilliseconds'>[],
): string {
  const lines = [';FFMETADATA1'];
  for (const { title, beginMilliseconds, endMilliseconds } of marks) {
    lines.push('[CHAPTER]', 'TIMEBASE=1/1000', `START=${beginMilliseconds}`, `END=${endMilliseconds}`);
    lines.push(`title=${escapeValue(title)}`);
  }
  return lines.join('\n') + '\n';
}

/**
 * `\ = ; #` and line feeds are escaped by a backslash. A carriage return ends a line in ffmpeg 5 whatever stands before
 * it, and NUL ends a text, so the one becomes a line feed and the other nothing.
 *
 * A backslash at the end of a value gets a space after it: ffmpeg 5 sees a backslash before the line's end, takes the
 * end as escaped, and reads the next line, a whole chapter, into the title.
 */
export function escapeValue(value: string): string {
  const told = value.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  return told.replace(/[\\=;#\n]/g, '\\$&') + (told.endsWith('\\') ? ' ' : '');
}
