import type { StageContext } from '../engine/stage.ts';
import { joined, type FrameRun } from './chunks/joined.ts';
import { frameSamples } from './chunks/frames.ts';
import { encodedRate } from './chunks/grid.ts';
import type { FfmpegInput } from './run-ffmpeg.ts';

/**
 * AAC for ffmpeg to pack, never to encode again. Its first frame is what the encoder puts before the sound: it gets a time
 * before 0, from which ffmpeg writes an edit list, so that players begin at the first sample.
 */
export function adtsInput(
  chunks: readonly FrameRun[],
  sampleRate: number,
  { blobs, progress }: Pick<StageContext, 'blobs' | 'progress'>,
): FfmpegInput {
  const delaySeconds = frameSamples.aac / (encodedRate(sampleRate) ?? 48_000);
  return {
    options: ['-itsoffset', String(-delaySeconds), '-f', 'aac'],
    source: joined(chunks, blobs, progress),
  };
}

/** How ffmpeg packs it: as it is, and with the edit list. */
export const packAac: readonly string[] = [
  ...['-c:a', 'copy', '-bsf:a', 'aac_adtstoasc', '-avoid_negative_ts', 'disabled', '-use_editlist', '1'],
];
