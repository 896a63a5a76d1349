/** The audiobook: AAC in an MP4 file with chapters, tags and cover, as Apple's players and most others read it. */
import { defineStage, type NoTools } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { audioFileSchema, measure, type AudioFileInput } from './audiobook.ts';
import { encodedRate } from './chunks/grid.ts';
import { m4b } from './mp4/m4b.ts';

/**
 * Packed here and not by ffmpeg, which knows half of the tags, and holds a table of all frames of a book in memory.
 *
 * @throws Error for what `measure` refuses.
 */
export const bindM4b = defineStage({
  name: 'bind-m4b',
  version: 2,
  output: audioFileSchema,
  tools: [],
  run: async (input: AudioFileInput, context: StageContext<NoTools>) => {
    const { tags, marks, chunks, sampleRate, cover } = input;
    const { blobs } = context;
    const seconds = measure(input);
    const rate = encodedRate(sampleRate) ?? 48_000;
    const image = cover && { bytes: await blobs.readAll(cover.image), mediaType: cover.mediaType };
    const file = await blobs.write(
      m4b({ chunks, rate, marks, tags, ...(image && { cover: image }) }, context),
    );
    return { file, seconds };
  },
});
