/** A chunk brought to its level and encoded, and what the encoded sound measures. */
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { blobSchema } from '../../engine/blob.ts';
import { defineStage } from '../../engine/define-stage.ts';
import type { StageContext } from '../../engine/stage.ts';
import { belowPeak } from '../below-peak.ts';
import type { FfmpegTools } from '../find-ffmpeg.ts';
import { levelledChunk } from '../levelled-sound.ts';
import { madeUp } from '../loudness/level.ts';
import { levelsSchema } from '../loudness/levels.ts';
import { encodeTogether } from './encode-together.ts';
import { frameSamples, frameStarts, type FrameCodec } from './frames.ts';
import { encodedRate } from './grid.ts';
import { samplesOf, type Pieces } from './pieces.ts';

export type EncodeChunkInput = {
  /** Together a whole number of frames of every codec, and silent at its end (chunks/grid.ts). */
  readonly pieces: Pieces;
  readonly sampleRate: number;
  readonly gainDb: number;
  /** What the limiter lets through at first. */
  readonly ceilingDb: number;
  /** What no peak of the encoded sound may pass. */
  readonly truePeakDb: number;
  readonly codec: FrameCodec;
  readonly kilobits: number;
};

export const encodedChunkSchema = z.strictObject({
  /** Every frame that the encoder gave, one more than the chunk's samples fill. */
  frames: blobSchema,
  /** Where the last frame begins: the part to copy when another chunk follows. */
  lastFrameByte: z.int().nonnegative(),
  frameCount: z.int().positive(),
  levels: levelsSchema,
});
export type EncodedChunk = z.output<typeof encodedChunkSchema>;

/**
 * @throws Error when ffmpeg fails, and when it gives another number of frames than the chunk's samples fill and one.
 */
export const encodeChunk = defineStage({
  name: 'encode-chunk',
  version: 2,
  output: encodedChunkSchema,
  tools: ['ffmpeg'],
  run: async (input: EncodeChunkInput, context: StageContext<FfmpegTools>): Promise<EncodedChunk> => {
    let known: Omit<EncodedChunk, 'frames'> | undefined;
    const frames = await context.blobs.writeFile(async (path) => {
      const { bytes, ...rest } = await encode(input, context, dirname(path));
      await writeFile(path, bytes);
      known = rest;
    });
    if (known === undefined) throw new Error('A chunk was stored that was not encoded.');
    return { frames, ...known };
  },
});

type Encoded = Omit<EncodedChunk, 'frames'> & { readonly bytes: Uint8Array };

async function encode(
  input: EncodeChunkInput,
  { blobs, tools, signal }: StageContext<FfmpegTools>,
  scratch: string,
): Promise<Encoded> {
  const { pieces, sampleRate, gainDb, codec, kilobits } = input;
  const rate = encodedRate(sampleRate) ?? 48_000;
  const { bytes, levels } = await belowPeak(
    input,
    async (ceilingDb) => {
      const level = madeUp({ gainDb, ceilingDb }, codec);
      const pcm = () => levelledChunk(pieces, sampleRate, level, blobs);
      return encodeTogether(tools.ffmpeg, { pcm, sampleRate, rate, codec, kilobits, scratch }, signal);
    },
    (encoded) => [encoded.levels],
  );
  const starts = frameStarts(bytes, codec);
  const frameCount = starts.length - 1;
  const filled = (samplesOf(pieces) * rate) / sampleRate / frameSamples[codec];
  if (frameCount !== filled + 1)
    throw new Error(`The encoder made ${frameCount} frames of ${filled}: they cannot be joined.`);
  return { bytes, lastFrameByte: starts[frameCount - 1] ?? 0, frameCount, levels };
}
