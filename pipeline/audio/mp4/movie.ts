/** What the tracks of an MP4 file have in common (ISO/IEC 14496-12, 8). */
import { box } from './boxes.ts';
import { fits32, table32, table64, u16, u32, u64 } from './fields.ts';

/** The unity matrix of a picture that is not there. */
export const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const ENABLED_AND_IN_MOVIE = 3;

/** Lengths of time have 64 bits where 32 are not enough; dates are never told, so that equal sound has equal bytes. */
function timeFields(longest: number) {
  const isLong = !fits32(longest);
  const of = (value: number): Uint8Array => (isLong ? u64(value) : u32(value));
  return {
    of,
    version: (flags = 0): Uint8Array => u32((isLong ? 0x0100_0000 : 0) | flags),
    dates: Buffer.concat([of(0), of(0)]),
  };
}

/** @param unit of time, so many a second; `length` counts them */
export function movieHeader(unit: number, length: number, nextTrack: number): readonly Uint8Array[] {
  const { of, version, dates } = timeFields(length);
  return box('mvhd', version(), dates, u32(unit), of(length), u32(0x10000), u16(0x100), Buffer.alloc(10), matrix, Buffer.alloc(24), u32(nextTrack)); // prettier-ignore
}

/** @param length in the movie's unit */
export function trackHeader(track: number, length: number, isHeard: boolean): readonly Uint8Array[] {
  const { of, version, dates } = timeFields(length);
  return box('tkhd', version(ENABLED_AND_IN_MOVIE), dates, u32(track, 0), of(length), Buffer.alloc(8), u16(0, 0, isHeard ? 0x100 : 0, 0), matrix, u32(0, 0)); // prettier-ignore
}

/** What is played of a track: from `begin`, in the track's unit, for `length` of the movie's. */
export function edit(begin: number, length: number): readonly Uint8Array[] {
  const { of, version } = timeFields(length);
  return box('edts', ...box('elst', version(), u32(1), of(length), of(begin), u16(1, 0)));
}

/** @param language ISO 639-2, three letters; @param length in `unit` */
export function mediaHeader(unit: number, length: number, language: string): readonly Uint8Array[] {
  const { of, version, dates } = timeFields(length);
  const packed = Buffer.from(language).reduce((sum, letter) => (sum << 5) | (letter - 0x60), 0);
  return box('mdhd', version(), dates, u32(unit), of(length), u16(packed, 0));
}

export function handler(kind: string, name: string): readonly Uint8Array[] {
  return box('hdlr', u32(0, 0), Buffer.from(kind), Buffer.alloc(12), Buffer.from(`${name}\0`));
}

/** That the media lie in this file. */
export function dataInformation(): readonly Uint8Array[] {
  return box('dinf', ...box('dref', u32(0, 1), ...box('url ', u32(1))));
}

/** Where chunks of samples begin in the file. */
export function chunkOffsets(offsets: readonly number[], isWide: boolean): readonly Uint8Array[] {
  return isWide
    ? box('co64', u32(0, offsets.length), table64(offsets))
    : box('stco', u32(0, offsets.length), table32(offsets));
}
