/** Brings a sound to another sample rate, where a voice's differs from the book's. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { countSamples } from './pcm.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

export type ResampleInput = { readonly pcm: BlobRef; readonly fromRate: number; readonly toRate: number };

const soundSchema = z.strictObject({
  pcm: blobSchema,
  sampleRate: z.int().positive(),
  samples: z.int().nonnegative(),
});
export type Sound = z.output<typeof soundSchema>;

/** `samples` counts what was written: the resampler's rounding differs from arithmetic by a few samples. */
export const resample = defineStage({
  name: 'resample',
  version: 1,
  output: soundSchema,
  tools: ['ffmpeg'],
  run: async (
    { pcm, fromRate, toRate }: ResampleInput,
    { blobs, tools, signal }: StageContext<FfmpegTools>,
  ) => {
    const samples = countSamples(pcm, 'an utterance');
    if (samples === 0 || fromRate === toRate) return { pcm, sampleRate: toRate, samples };
    const written = await blobs.writeFile(
      (output) =>
        runFfmpeg(
          tools.ffmpeg,
          {
            purpose: `resampling an utterance from ${fromRate} to ${toRate} samples a second`,
            inputs: [
              { options: ['-f', 's16le', '-ar', String(fromRate), '-ac', '1'], source: blobs.read(pcm) },
            ],
            options: [
              '-af',
              `aresample=${toRate}`,
              '-f',
              's16le',
              '-fflags',
              '+bitexact',
              '-flags:a',
              '+bitexact',
            ],
            output,
          },
          signal,
        ),
      '.pcm',
    );
    return { pcm: written, sampleRate: toRate, samples: countSamples(written, 'a resampled utterance') };
  },
});
