/** An MP4 file with one track of AAC, which players seek in to the sample. */
import type { StageContext } from '../../engine/stage.ts';
import type { FrameRun } from '../chunks/joined.ts';
import { aacContent, aacFramesOf } from './aac-frames.ts';
import { box } from './boxes.ts';
import { inFile } from './in-file.ts';
import { movieHeader } from './movie.ts';
import { heardSamples, soundTrack } from './sound-track.ts';

/**
 * The file in pieces: what players need to begin, then the sound. The bytes depend on the chunks alone.
 *
 * @param rate samples a second of the encoded sound
 * @throws Error where there is no sound, and the signal's reason after an abort
 */
export async function* m4a(
  chunks: readonly FrameRun[],
  rate: number,
  context: Pick<StageContext, 'blobs' | 'signal' | 'progress'>,
): AsyncIterable<Uint8Array> {
  const frames = await aacFramesOf(chunks, context);
  // The movie counts in samples, too: its length is exact.
  const track = soundTrack({ frames, rate, language: 'und', movieUnit: rate });
  const header = movieHeader(rate, heardSamples(frames), 2);
  yield* inFile('M4A ', frames.bytes, (firstByte, isWide) =>
    box('moov', ...header, ...track(firstByte, isWide)),
  );
  yield* aacContent(chunks, context);
}
