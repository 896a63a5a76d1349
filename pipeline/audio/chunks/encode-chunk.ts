/** A chunk brought to its level and encoded, and what the encoded sound measures. */
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { blobSchema } from '../../engine/blob.ts';
import { defineStage } from '../../engine/define-stage.ts';
import type { BlobAccess, StageContext } from '../../engine/stage.ts';
import type { FfmpegTools } from '../find-ffmpeg.ts';
import { levelsSchema } from '../loudness/levels.ts';
import { limit } from '../loudness/limit.ts';
import { encodeTogether } from './encode-together.ts';
import { frameSamples, frameStarts, type FrameCodec } from './frames.ts';
import { encodedRate } from './grid.ts';
import { factorOf } from './measure-chunk.ts';
import { samplesOf, soundOf, toPcm, type Pieces } from './pieces.ts';

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

/** What an encoder takes away from all that it is given: LAME multiplies samples by 0.95 unless it is told otherwise. */
export const encoderLossDb = { aac: 0, mp3: -20 * Math.log10(0.95), opus: 0 } as const;

/** How much lower the limiter is set each time that the encoder has overshot. */
const STEP_DB = 1;
const MOST_TRIES = 5;

/**
 * Lossy coding moves peaks: where the decoded sound is above the target, the chunk is limited more and encoded again.
 *
 * @throws Error when ffmpeg fails, and when it gives another number of frames than the chunk's samples fill and one.
 */
export const encodeChunk = defineStage({
  name: 'encode-chunk',
  version: 1,
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
  const { pieces, sampleRate, gainDb, truePeakDb, codec, kilobits } = input;
  const rate = encodedRate(sampleRate) ?? 48_000;
  for (let tries = 1, ceilingDb = input.ceilingDb; ; tries++) {
    signal.throwIfAborted();
    const madeUpDb = encoderLossDb[codec];
    const gain = factorOf(gainDb + madeUpDb);
    const pcm = await levelled(pieces, sampleRate, { gain, ceiling: factorOf(ceilingDb + madeUpDb) }, blobs);
    const sound = { pcm, sampleRate, rate, codec, kilobits, scratch };
    const { bytes, levels } = await encodeTogether(tools.ffmpeg, sound, signal);
    const over = (levels.truePeak ?? -Infinity) / 100 - truePeakDb;
    if (over > 0 && tries < MOST_TRIES) {
      ceilingDb -= Math.max(STEP_DB, over);
      continue;
    }
    const starts = frameStarts(bytes, codec);
    const frameCount = starts.length - 1;
    const filled = (samplesOf(pieces) * rate) / sampleRate / frameSamples[codec];
    if (frameCount !== filled + 1)
      throw new Error(`The encoder made ${frameCount} frames of ${filled}: they cannot be joined.`);
    return { bytes, lastFrameByte: starts[frameCount - 1] ?? 0, frameCount, levels };
  }
}

/** Apart, so that nothing of the sound is held while it waits for an encoder. */
async function levelled(
  pieces: Pieces,
  sampleRate: number,
  { gain, ceiling }: { readonly gain: number; readonly ceiling: number },
  blobs: BlobAccess,
): Promise<Uint8Array> {
  const sound = await soundOf(pieces, blobs, gain);
  limit(sound, sampleRate, ceiling);
  return toPcm(sound);
}
