/** The chapters as a track of text, which the sound's track names: QuickTime's way, in which Apple's players and ffmpeg read them. */
import type { ChapterMark } from '../chapter-marks.ts';
import { box } from './boxes.ts';
import { table32, u16, u32 } from './fields.ts';
import { chunkOffsets, dataInformation, edit, handler, matrix, mediaHeader, trackHeader } from './movie.ts';

const MILLISECONDS = 1000;
/** QuickTime's “Unicode”, in a box of its own behind the text. */
const utf8 = box('encd', u32(0x100));

type Mark = Pick<ChapterMark, 'title' | 'beginMilliseconds' | 'endMilliseconds'>;

/** A title as the track's samples have it: its length in bytes, and UTF-8. */
export function chapterSample({ title }: Pick<ChapterMark, 'title'>): Uint8Array {
  const text = Buffer.from(title);
  return Buffer.concat([u16(text.length), text, ...utf8]);
}

/**
 * @param samples of the marks, which lie one behind the other
 * @param movieUnit of time, so many a second
 * @returns the box for a place of the first sample, in bytes; its length depends on `isWide` alone
 */
export function chapterTrack(
  marks: readonly Mark[],
  samples: readonly Uint8Array[],
  { track, language, movieUnit }: { readonly track: number; readonly language: string; readonly movieUnit: number }, // prettier-ignore
): (firstByte: number, isWide: boolean) => readonly Uint8Array[] {
  // The first mark lies at 0 and each ends where the next begins: so lengths tell their places, too.
  const milliseconds = marks.at(-1)?.endMilliseconds ?? 0;
  const length = Math.round((milliseconds * movieUnit) / MILLISECONDS);
  const lengths = marks.flatMap(({ beginMilliseconds, endMilliseconds }) => [1, endMilliseconds - beginMilliseconds]); // prettier-ignore
  const sizes = samples.map((sample) => sample.length);
  const tables = [
    ...box('stsd', u32(0, 1), ...textEntry()),
    ...box('stts', u32(0, marks.length), table32(lengths)),
    ...box('stsc', u32(0, 1, 1, marks.length, 1)),
    ...box('stsz', u32(0, 0, marks.length), table32(sizes)),
  ];
  const media = [...mediaHeader(MILLISECONDS, milliseconds, language), ...handler('text', 'SubtitleHandler')];
  return (firstByte, isWide) => {
    const stbl = box('stbl', ...tables, ...chunkOffsets([firstByte], isWide));
    const minf = box('minf', ...baseMedia(), ...dataInformation(), ...stbl);
    return box('trak', ...trackHeader(track, length, false), ...edit(0, length), ...box('mdia', ...media, ...minf)); // prettier-ignore
  };
}

/** QuickTime File Format, “Base media information header”: its values are those of text that is not shown. */
function baseMedia(): readonly Uint8Array[] {
  const information = box('gmin', u32(0), u16(0x40, 0x8000, 0x8000, 0x8000, 0, 0));
  return box('gmhd', ...information, ...box('text', matrix));
}

/** How text is shown: flags, place and colours of none, one style with the first font, which has no name. */
function textEntry(): readonly Uint8Array[] {
  const style = [Buffer.alloc(4), u16(1), Buffer.alloc(6)];
  const fonts = box('ftab', u16(1, 1), Uint8Array.of(0));
  return box('text', Buffer.alloc(6), u16(1), u32(1), Buffer.alloc(14), ...style, ...fonts);
}
