/** A book's cover as the square that players and podcast directories ask for. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** A picture as authors bring it. */
export type CoverForAudioInput = {
  readonly image: BlobRef;
  /** An SVG arrives as PNG. */
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  /** Pixels; only which of the two is larger matters. */
  readonly width: number;
  readonly height: number;
};

const coverForAudioSchema = z.strictObject({
  image: blobSchema,
  mediaType: z.literal('image/jpeg'),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type CoverForAudio = z.output<typeof coverForAudioSchema>;

/** Podcast directories ask for 1400–3000 pixels. */
const SIDE_PIXELS = 1600;
/** In an M4B the cover lies before the sound: a player on a slow line loads it first. */
const LARGEST_BYTES = 500_000;
/** ffmpeg's scale for JPEG, 2 the best; by 31 the noisiest photograph fits. */
const QUALITIES = [2, 5, 10, 18, 31];

/** The format is named, not guessed: a playlist that calls itself a picture would make ffmpeg open other files. */
const demuxers = {
  'image/png': 'png_pipe',
  'image/jpeg': 'jpeg_pipe',
  'image/gif': 'gif',
  'image/webp': 'webp_pipe',
} as const;

/**
 * The whole cover, scaled to touch the square's sides and never cropped; what is left of the square has the mean colour
 * of the edges beside it, so that a plain background goes on and a picture gets a quiet frame. Transparent parts lie
 * on the same colour. The first frame of what moves.
 *
 * A JPEG of 1600 x 1600 pixels, in the best quality that stays under 500 KB.
 *
 * @throws Error when ffmpeg cannot read the image.
 */
export const coverForAudio = defineStage({
  name: 'cover-for-audio',
  version: 1,
  output: coverForAudioSchema,
  tools: ['ffmpeg'],
  run: async (input: CoverForAudioInput, context: StageContext<FfmpegTools>) => {
    const colour = await edgeColour(input, context);
    const square =
      `color=c=${colour}:s=${SIDE_PIXELS}x${SIDE_PIXELS}:d=1,format=rgb24[ground];` +
      `[0:v]scale=w=${SIDE_PIXELS}:h=${SIDE_PIXELS}:force_original_aspect_ratio=decrease:flags=lanczos,format=rgba[cover];` +
      `[ground][cover]overlay=x=(W-w)/2:y=(H-h)/2:format=rgb,format=yuvj444p[square]`;
    let image: BlobRef | undefined;
    for (const quality of QUALITIES) {
      const options = ['-filter_complex', square, '-map', '[square]', '-frames:v', '1'];
      const encoding = ['-c:v', 'mjpeg', '-q:v', String(quality), '-flags:v', '+bitexact', '-f', 'mjpeg'];
      image = await makePicture(input, context, 'fitting the cover into a square', [...options, ...encoding]);
      if (image.bytes < LARGEST_BYTES) {
        return { image, mediaType: 'image/jpeg', width: SIDE_PIXELS, height: SIDE_PIXELS };
      }
    }
    throw new Error(
      `The cover has ${image?.bytes ?? 0} bytes at the lowest quality; ${LARGEST_BYTES} is the limit.`,
    );
  },
});

const GRID = 24;

/** The mean colour of the two edges that the square leaves room beside, as `0xrrggbb`. */
async function edgeColour(input: CoverForAudioInput, context: StageContext<FfmpegTools>): Promise<string> {
  const scale = `scale=${GRID}:${GRID}:flags=area,format=rgba`;
  const options = ['-frames:v', '1', '-vf', scale, '-f', 'rawvideo', '-pix_fmt', 'rgba'];
  const grid = await context.blobs.readAll(
    await makePicture(input, context, "reading the cover's colours", options),
  );
  let weight = 0;
  const sums: [number, number, number] = [0, 0, 0];
  for (let along = 0; along < GRID; along++) {
    for (const across of [0, GRID - 1]) {
      const pixel = 4 * (input.height >= input.width ? along * GRID + across : across * GRID + along);
      const [red = 0, green = 0, blue = 0, alpha = 0] = grid.subarray(pixel, pixel + 4);
      sums[0] += red * alpha;
      sums[1] += green * alpha;
      sums[2] += blue * alpha;
      weight += alpha;
    }
  }
  // Transparent edges: paper.
  const channels = sums.map((sum) => (weight === 0 ? 255 : Math.round(sum / weight)));
  return `0x${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** What ffmpeg makes of a picture: a file of its own. */
export async function makePicture(
  { image, mediaType }: CoverForAudioInput,
  { blobs, tools, signal }: StageContext<FfmpegTools>,
  purpose: string,
  options: readonly string[],
): Promise<BlobRef> {
  const inputs = [{ options: ['-f', demuxers[mediaType]], source: await blobs.path(image) }];
  return blobs.writeFile((output) =>
    runFfmpeg(
      tools.ffmpeg,
      { purpose, inputs, options: [...options, '-fflags', '+bitexact'], output },
      signal,
    ),
  );
}
