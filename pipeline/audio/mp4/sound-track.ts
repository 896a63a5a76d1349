/** The track of AAC (ISO/IEC 14496-14). */
import { frameSamples } from '../chunks/frames.ts';
import type { AacFrames } from './aac-frames.ts';
import { box, bytesOf } from './boxes.ts';
import { table32, u16, u32 } from './fields.ts';
import { chunkOffsets, dataInformation, edit, handler, mediaHeader, trackHeader } from './movie.ts';

/** Half a minute or so: who seeks adds up the sizes of one chunk, and not those of a day. */
const FRAMES_A_CHUNK = 1024;

export type SoundTrack = {
  readonly frames: AacFrames;
  /** Samples a second. */
  readonly rate: number;
  /** ISO 639-2, three letters. */
  readonly language: string;
  /** The movie's unit of time, so many a second. */
  readonly movieUnit: number;
  /** The track that holds the chapters, if one does. */
  readonly chapters?: number;
};

/** Samples that are heard: all but those of the first frame, which is what the encoder put before the sound. */
export function heardSamples({ sizes }: AacFrames): number {
  return (sizes.length - 1) * frameSamples.aac;
}

/**
 * An edit list leaves out the first frame, so that all players begin at the first sample.
 *
 * @returns the box for a place of the first frame, in bytes; its length depends on `isWide` alone
 */
export function soundTrack(track: SoundTrack): (firstByte: number, isWide: boolean) => readonly Uint8Array[] {
  const { frames, rate, language, movieUnit, chapters } = track;
  const { sizes, bytes, config } = frames;
  const heard = heardSamples(frames);
  const samples = heard + frameSamples.aac;
  const length = Math.round((heard * movieUnit) / rate);
  const before = [
    ...trackHeader(1, length, true),
    ...edit(frameSamples.aac, length),
    ...(chapters === undefined ? [] : box('tref', ...box('chap', u32(chapters)))),
  ];
  const media = [...mediaHeader(rate, samples, language), ...handler('soun', 'SoundHandler')];
  const tables = [
    ...box('stsd', u32(0, 1), ...soundEntry(config, rate, Math.round((bytes * 8 * rate) / samples))),
    ...box('stts', u32(0, 1, sizes.length, frameSamples.aac)),
    ...box('stsc', ...chunkLengths(sizes.length)),
    ...box('stsz', u32(0, 0, sizes.length), table32(sizes)),
    // A frame is heard rightly only after the one before it.
    ...box('sgpd', u32(0x0100_0000), Buffer.from('roll'), u32(2, 1), u16(0xffff)),
    ...box('sbgp', u32(0), Buffer.from('roll'), u32(1, sizes.length, 1)),
  ];
  const begins = chunkBegins(sizes);
  return (firstByte, isWide) => {
    const offsets = begins.map((begin) => firstByte + begin);
    const stbl = box('stbl', ...tables, ...chunkOffsets(offsets, isWide));
    const minf = box('minf', ...box('smhd', u32(0, 0)), ...dataInformation(), ...stbl);
    return box('trak', ...before, ...box('mdia', ...media, ...minf));
  };
}

/** From which chunk on they have how many frames. */
function chunkLengths(frames: number): readonly Uint8Array[] {
  const whole = Math.floor(frames / FRAMES_A_CHUNK);
  const last = frames % FRAMES_A_CHUNK;
  const runs = [...(whole > 0 ? [[1, FRAMES_A_CHUNK, 1]] : []), ...(last > 0 ? [[whole + 1, last, 1]] : [])];
  return [u32(0, runs.length), u32(...runs.flat())];
}

function chunkBegins(sizes: Uint16Array): readonly number[] {
  const begins: number[] = [];
  let at = 0;
  for (let index = 0; index < sizes.length; index++) {
    if (index % FRAMES_A_CHUNK === 0) begins.push(at);
    at += sizes[index] as number;
  }
  return begins;
}

/** `mp4a` (ISO/IEC 14496-14, 6.7.2) with the descriptors of ISO/IEC 14496-1, 7.2.6. */
function soundEntry(config: Uint8Array, rate: number, bitsPerSecond: number): readonly Uint8Array[] {
  // MPEG-4 audio, a stream of sound, no size of a buffer told.
  const decoder = descriptor(4, Uint8Array.of(0x40, 0x15, 0, 0, 0), u32(bitsPerSecond, bitsPerSecond), descriptor(5, config)); // prettier-ignore
  const stream = descriptor(3, u16(1), Uint8Array.of(0), decoder, descriptor(6, Uint8Array.of(2)));
  return box('mp4a', Buffer.alloc(6), u16(1), Buffer.alloc(8), u16(1, 16, 0, 0, rate, 0), ...box('esds', u32(0), stream)); // prettier-ignore
}

function descriptor(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(tag, bytesOf(content)), ...content]);
}
