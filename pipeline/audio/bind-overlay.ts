/** A page's sound for the read-aloud of an EPUB: AAC in an MP4 file, which players seek in to the sample. */
import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage, type NoTools } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { encodedRate } from './chunks/grid.ts';
import type { FrameRun } from './chunks/joined.ts';
import { m4a } from './mp4/m4a.ts';

export type OverlayAudioInput = {
  /** Encoded, in the order of the page. */
  readonly chunks: readonly FrameRun[];
  readonly sampleRate: number;
};

/**
 * The chunks of the audiobook (EPUB 3.3, 9.3.2.3 names AAC-LC as a core media type). No program is started: a book has hundreds of
 * pages, and starting ffmpeg takes longer than packing one.
 */
export const bindOverlay = defineStage({
  name: 'bind-overlay',
  version: 2,
  output: z.strictObject({ file: blobSchema }),
  tools: [],
  run: async ({ chunks, sampleRate }: OverlayAudioInput, context: StageContext<NoTools>) => ({
    file: await context.blobs.write(m4a(chunks, encodedRate(sampleRate) ?? 48_000, context)),
  }),
});
