/** AAC as an MP4 file has it: frames without the headers that they carry where they stand alone (ADTS, ISO/IEC 13818-7, 6.2). */
import type { BlobAccess } from '../../engine/stage.ts';
import { frameStarts } from '../chunks/frames.ts';
import { joined, type FrameRun } from '../chunks/joined.ts';

const SHORT_HEADER_BYTES = 7;
/** With a checksum. */
const LONG_HEADER_BYTES = 9;

export type AacFrames = {
  /** Of each frame, in bytes. */
  readonly sizes: readonly number[];
  /** What decoders are told before the first frame (ISO/IEC 14496-3, 1.6.2.1). */
  readonly config: Uint8Array;
};

/** What is known of joined chunks before their frames are written. @throws Error where there are none */
export async function aacFramesOf(
  chunks: readonly FrameRun[],
  blobs: Pick<BlobAccess, 'readAll'>,
): Promise<AacFrames> {
  const sizes: number[] = [];
  let config: Uint8Array | undefined;
  for await (const bytes of joined(chunks, blobs)) {
    config ??= configOf(bytes);
    for (const { begin, end } of framesIn(bytes)) sizes.push(end - begin);
  }
  if (config === undefined) throw new Error('There is no sound to be put into an MP4 file.');
  return { sizes, config };
}

/** The frames themselves, those of a chunk at a time. */
export async function* aacContent(
  chunks: readonly FrameRun[],
  blobs: Pick<BlobAccess, 'readAll'>,
): AsyncIterable<Uint8Array> {
  for await (const bytes of joined(chunks, blobs)) {
    const content = Buffer.allocUnsafeSlow(bytes.length);
    let filled = 0;
    for (const { begin, end } of framesIn(bytes)) {
      content.set(bytes.subarray(begin, end), filled);
      filled += end - begin;
    }
    yield content.subarray(0, filled);
  }
}

function framesIn(bytes: Uint8Array): readonly { readonly begin: number; readonly end: number }[] {
  const starts = frameStarts(bytes, 'aac');
  return starts.slice(0, -1).map((start, index) => {
    const hasChecksum = ((bytes[start + 1] ?? 0) & 1) === 0;
    return {
      begin: start + (hasChecksum ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES),
      end: starts[index + 1] ?? bytes.length,
    };
  });
}

/** Profile, rate and channels stand in both, in other places. */
function configOf(adts: Uint8Array): Uint8Array {
  const [, , third = 0, fourth = 0] = adts;
  const objectType = (third >> 6) + 1;
  const rateIndex = (third >> 2) & 15;
  const channels = ((third & 1) << 2) | (fourth >> 6);
  return Uint8Array.of((objectType << 3) | (rateIndex >> 1), ((rateIndex & 1) << 7) | (channels << 3));
}
