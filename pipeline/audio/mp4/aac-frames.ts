/** AAC as an MP4 file has it: frames without the headers that they carry where they stand alone (ADTS, ISO/IEC 13818-7, 6.2). */
import { setImmediate as breathe } from 'node:timers/promises';
import type { StageContext } from '../../engine/stage.ts';
import { frameStarts } from '../chunks/frames.ts';
import { joined, type FrameRun } from '../chunks/joined.ts';

const SHORT_HEADER_BYTES = 7;
/** With a checksum. */
const LONG_HEADER_BYTES = 9;

export type AacFrames = {
  /** Of each frame, in bytes. */
  readonly sizes: Uint16Array;
  /** Of all frames together. */
  readonly bytes: number;
  /** What decoders are told before the first frame (ISO/IEC 14496-3, 1.6.2.1). */
  readonly config: Uint8Array;
};

/** What has to be known of joined chunks before their frames are written. @throws Error where there are none */
export async function aacFramesOf(
  chunks: readonly FrameRun[],
  { blobs, signal }: Pick<StageContext, 'blobs' | 'signal'>,
): Promise<AacFrames> {
  const sizes: Uint16Array[] = [];
  let bytes = 0;
  let config: Uint8Array | undefined;
  for await (const adts of joined(chunks, blobs)) {
    await breathe(undefined, { signal });
    config ??= configOf(adts);
    const starts = frameStarts(adts, 'aac');
    const own = new Uint16Array(starts.length - 1);
    for (let index = 0; index < own.length; index++) {
      const start = starts[index] as number;
      own[index] = (starts[index + 1] as number) - start - headerBytes(adts, start);
      bytes += own[index] as number;
    }
    sizes.push(own);
  }
  if (config === undefined) throw new Error('There is no sound to be put into an MP4 file.');
  return { sizes: concatenated(sizes), bytes, config };
}

/** The frames themselves, those of a chunk at a time. */
export async function* aacContent(
  chunks: readonly FrameRun[],
  { blobs, progress, signal }: Pick<StageContext, 'blobs' | 'progress' | 'signal'>,
): AsyncIterable<Uint8Array> {
  for await (const adts of joined(chunks, blobs, progress)) {
    const content = Buffer.allocUnsafeSlow(adts.length);
    let filled = 0;
    const starts = frameStarts(adts, 'aac');
    for (let index = 0; index + 1 < starts.length; index++) {
      const start = starts[index] as number;
      const frame = adts.subarray(start + headerBytes(adts, start), starts[index + 1]);
      content.set(frame, filled);
      filled += frame.length;
    }
    yield content.subarray(0, filled);
    signal.throwIfAborted();
  }
  signal.throwIfAborted();
}

function headerBytes(adts: Uint8Array, start: number): number {
  const hasChecksum = ((adts[start + 1] as number) & 1) === 0;
  return hasChecksum ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES;
}

/** Profile, rate and channels stand in both, in other places. */
function configOf(adts: Uint8Array): Uint8Array {
  const [, , third = 0, fourth = 0] = adts;
  const objectType = (third >> 6) + 1;
  const rateIndex = (third >> 2) & 15;
  const channels = ((third & 1) << 2) | (fourth >> 6);
  return Uint8Array.of((objectType << 3) | (rateIndex >> 1), ((rateIndex & 1) << 7) | (channels << 3));
}

function concatenated(parts: readonly Uint16Array[]): Uint16Array {
  const whole = new Uint16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}
