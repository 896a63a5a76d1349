/** An MP4 file with one track of AAC (ISO/IEC 14496-12 and -14), which players seek in to the sample. */
import type { BlobAccess } from '../../engine/stage.ts';
import { frameSamples } from '../chunks/frames.ts';
import type { FrameRun } from '../chunks/joined.ts';
import { box, bytesOf } from './boxes.ts';
import { aacContent, aacFramesOf, type AacFrames } from './aac-frames.ts';
import { fits32, u16, u32, u64 } from './fields.ts';

/** The unity matrix of a picture that is not there. */
const matrix = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const undetermined = 0x55c4;

/**
 * The file in pieces: what players need to begin, then the sound.
 *
 * An edit list leaves out the first frame, which is what the encoder put before the sound, so that all players begin at the first
 * sample. The bytes depend on the chunks alone.
 *
 * @param rate samples a second of the encoded sound
 */
export async function* m4a(
  chunks: readonly FrameRun[],
  rate: number,
  blobs: Pick<BlobAccess, 'readAll'>,
): AsyncIterable<Uint8Array> {
  const frames = await aacFramesOf(chunks, blobs);
  const soundBytes = frames.sizes.reduce((sum, size) => sum + size, 0);
  const ftyp = box('ftyp', Buffer.from('M4A \0\0\x02\0M4A isomiso2', 'latin1'));
  // How long it is does not depend on where the sound begins.
  const headBytes = bytesOf(ftyp) + bytesOf(moov(frames, rate, soundBytes, 0)) + 8;
  if (!fits32(headBytes + soundBytes)) throw new RangeError('One page has more than 4 GB of sound.');
  yield Buffer.concat([...ftyp, ...moov(frames, rate, soundBytes, headBytes), u32(soundBytes + 8), Buffer.from('mdat')]); // prettier-ignore
  yield* aacContent(chunks, blobs);
}

function moov(frames: AacFrames, rate: number, soundBytes: number, firstByte: number): readonly Uint8Array[] {
  const { sizes, config } = frames;
  const samples = sizes.length * frameSamples.aac;
  const heard = samples - frameSamples.aac;
  const times = timesOf(samples);
  // The movie counts in samples, too: its length is exact.
  const mvhd = box('mvhd', times.version(0), times.dates, u32(rate), times.of(heard), u32(0x10000), u16(0x100), Buffer.alloc(10), matrix, Buffer.alloc(24), u32(2)); // prettier-ignore
  const tkhd = box('tkhd', times.version(3), times.dates, u32(1, 0), times.of(heard), Buffer.alloc(8), u16(0, 1, 0x100, 0), matrix, u32(0, 0)); // prettier-ignore
  const edts = box('edts', ...box('elst', times.version(0), u32(1), times.of(heard), times.of(frameSamples.aac), u16(1, 0))); // prettier-ignore
  const mdhd = box('mdhd', times.version(0), times.dates, u32(rate), times.of(samples), u16(undetermined, 0));
  const hdlr = box('hdlr', u32(0, 0), Buffer.from('soun'), Buffer.alloc(12), Buffer.from('SoundHandler\0'));
  const dinf = box('dinf', ...box('dref', u32(0, 1), ...box('url ', u32(1))));
  const stbl = box(
    'stbl',
    ...box('stsd', u32(0, 1), ...soundEntry(config, rate, Math.round((soundBytes * 8 * rate) / samples))),
    ...box('stts', u32(0, 1, sizes.length, frameSamples.aac)),
    ...box('stsc', u32(0, 1, 1, sizes.length, 1)),
    ...box('stsz', u32(0, 0, sizes.length), sizesOf(sizes)),
    ...box('stco', u32(0, 1, firstByte)),
    // A frame is heard rightly only after the one before it.
    ...box('sgpd', u32(0x0100_0000), Buffer.from('roll'), u32(2, 1), u16(0xffff)),
    ...box('sbgp', u32(0), Buffer.from('roll'), u32(1, sizes.length, 1)),
  );
  const minf = box('minf', ...box('smhd', u32(0, 0)), ...dinf, ...stbl);
  return box('moov', ...mvhd, ...box('trak', ...tkhd, ...edts, ...box('mdia', ...mdhd, ...hdlr, ...minf)));
}

/** Lengths of time have 64 bits where 32 are not enough. */
function timesOf(samples: number) {
  const of = (value: number): Uint8Array => (fits32(samples) ? u32(value) : u64(value));
  return {
    of,
    version: (flags: number): Uint8Array => u32((fits32(samples) ? 0 : 0x0100_0000) | flags),
    /** When it was made and changed: never, so that equal sound has equal bytes. */
    dates: Buffer.concat([of(0), of(0)]),
  };
}

function sizesOf(sizes: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(4 * sizes.length);
  for (const [index, size] of sizes.entries()) bytes.writeUInt32BE(size, 4 * index);
  return bytes;
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
