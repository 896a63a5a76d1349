/** Sound that is encoded in one piece: where a file stands alone, or its codec has no frames that can be joined. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { belowPeak } from './below-peak.ts';
import { samplesOf } from './chunks/pieces.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { levelledSound, type LevelledSound } from './levelled-sound.ts';
import { madeUp } from './loudness/level.ts';
import { levelsSchema } from './loudness/levels.ts';
import { measureFile } from './measure-file.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

export type EncodeWholeInput = LevelledSound & {
  readonly codec: 'mp3' | 'opus';
  readonly kilobits: number;
  /** Samples a second of the file. */
  readonly rate: number;
  /** What no peak of the encoded sound may pass. */
  readonly truePeakDb: number;
  /** Comments of an Ogg file, key and value: its chapters and tags (an MP3's stand before it, see tags/id3-tag.ts). */
  readonly comments?: readonly (readonly [key: string, value: string])[];
  /** For messages. */
  readonly title: string;
};

export const wholeSchema = z.strictObject({
  file: blobSchema,
  seconds: z.number().positive(),
  levels: z.array(levelsSchema),
});

/**
 * @throws Error when ffmpeg fails, and where there is no sound.
 */
export const encodeWhole = defineStage({
  name: 'encode-whole',
  version: 2,
  output: wholeSchema,
  tools: ['ffmpeg'],
  run: async (input: EncodeWholeInput, context: StageContext<FfmpegTools>) => {
    const { blobs, tools, signal } = context;
    const { chunks, head = 0, tail = 0, sampleRate, codec, rate } = input;
    const samples = chunks.reduce((sum, pieces) => sum + samplesOf(pieces), head + tail);
    if (samples === 0) throw new Error(`There is nothing to encode for “${input.title}”.`);
    const { file, levels } = await belowPeak(
      input,
      async (ceilingDb) => {
        const encoded = await encode({ ...input, ceilingDb }, context);
        const decoded = { path: await blobs.path(encoded), demuxer: demuxers[codec], sampleRate: rate };
        return { file: encoded, levels: await measureFile(tools.ffmpeg, decoded, signal) };
      },
      (encoded) => encoded.levels,
    );
    return { file, seconds: samples / sampleRate, levels: [...levels] };
  },
});

const demuxers = { mp3: 'mp3', opus: 'ogg' } as const;

async function encode(
  input: EncodeWholeInput,
  { blobs, tools, signal, progress }: StageContext<FfmpegTools>,
): Promise<BlobRef> {
  const { codec, kilobits, rate, sampleRate, comments = [], title } = input;
  const format =
    codec === 'mp3'
      ? ['-c:a', 'libmp3lame', '-f', 'mp3', '-write_xing', '1', '-id3v2_version', '0', '-write_id3v1', '0']
      : ['-c:a', 'libopus', '-vbr', 'constrained', '-compression_level', '5', '-f', 'ogg'];
  const options = [
    ...comments.flatMap(([key, value]) => ['-metadata', `${key}=${value}`]),
    ...['-map', '0:a', '-map_metadata', '-1', '-b:a', `${kilobits}k`, '-ar', String(rate), '-ac', '1'],
    ...format,
    ...['-fflags', '+bitexact', '-flags:a', '+bitexact'],
  ];
  const source = levelledSound({ ...input, ...madeUp(input, codec) }, blobs, progress);
  const inputs = [{ options: ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'], source }];
  return blobs.writeFile(
    (output) => runFfmpeg(tools.ffmpeg, { purpose: `encoding “${title}”`, inputs, options, output }, signal),
    codec === 'mp3' ? '.mp3' : '.opus',
  );
}
