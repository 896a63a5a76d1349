/** A page's sound for the read-aloud of an EPUB: AAC in an MP4 file, which players seek in to the millisecond. */
import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { adtsInput, packAac } from './adts-input.ts';
import type { FrameRun } from './chunks/joined.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

export type OverlayAudioInput = {
  /** Encoded, in the order of the page. */
  readonly chunks: readonly FrameRun[];
  readonly sampleRate: number;
  /** For messages. */
  readonly title: string;
};

/**
 * The chunks of the audiobook (EPUB 3.3, 9.3.2.3 names AAC-LC as a core media type). The bytes depend on the input and ffmpeg
 * alone.
 *
 * @throws Error when ffmpeg fails.
 */
export const bindOverlay = defineStage({
  name: 'bind-overlay',
  version: 1,
  output: z.strictObject({ file: blobSchema }),
  tools: ['ffmpeg'],
  run: async (input: OverlayAudioInput, context: StageContext<FfmpegTools>) => {
    const { chunks, sampleRate, title } = input;
    const { blobs, tools, signal } = context;
    const options = [
      ...['-map', '0:a', ...packAac, '-f', 'ipod', '-movflags', '+faststart'],
      ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ];
    const purpose = `packing the read-aloud of “${title}”`;
    const inputs = [adtsInput(chunks, sampleRate, context)];
    const file = await blobs.writeFile(
      (output) => runFfmpeg(tools.ffmpeg, { purpose, inputs, options, output }, signal),
      '.m4a',
    );
    return { file };
  },
});
