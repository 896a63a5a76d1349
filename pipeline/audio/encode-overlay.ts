/** A chapter's sound for the read-aloud of an EPUB: AAC in an MP4 file, which players seek in to the millisecond. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { OUTPUT_RATE } from './audiobook.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { concatenate } from './pcm.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

export type OverlayAudioInput = {
  /** Mono, signed 16 bit. */
  readonly pcm: BlobRef;
  readonly sampleRate: number;
  /** For messages. */
  readonly title: string;
};

/**
 * Encoded as the audiobook is, from the same samples (EPUB 3.3, 9.3.2.3 names AAC-LC as a core media type). The bytes depend
 * on the input and the encoder alone.
 *
 * @throws Error when ffmpeg fails.
 */
export const encodeOverlay = defineStage({
  name: 'encode-overlay',
  version: 1,
  output: z.strictObject({ file: blobSchema }),
  tools: ['ffmpeg'],
  run: async (
    { pcm, sampleRate, title }: OverlayAudioInput,
    { blobs, tools, signal, progress }: StageContext<FfmpegTools>,
  ) => {
    const options = [
      ...['-map', '0:a', '-c:a', 'aac', '-aac_coder', 'fast', '-b:a', '64k'],
      ...['-ar', String(OUTPUT_RATE), '-ac', '1'],
      ...['-f', 'ipod', '-movflags', '+faststart', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
    ];
    const input = {
      options: ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'],
      source: concatenate([pcm], blobs, progress),
    };
    const purpose = `encoding the read-aloud of “${title}”`;
    const file = await blobs.writeFile(
      (output) => runFfmpeg(tools.ffmpeg, { purpose, inputs: [input], options, output }, signal),
      '.m4a',
    );
    return { file };
  },
});
