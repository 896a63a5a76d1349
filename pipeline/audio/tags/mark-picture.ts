/** A chapter's picture as players show it beside the chapter: small, since all of them stand before the sound. */
import { z } from 'zod';
import { blobSchema } from '../../engine/blob.ts';
import { defineStage } from '../../engine/define-stage.ts';
import type { StageContext } from '../../engine/stage.ts';
import { makePicture, type CoverForAudioInput } from '../cover-for-audio.ts';
import type { FfmpegTools } from '../find-ffmpeg.ts';

const markPictureSchema = z.strictObject({ image: blobSchema, mediaType: z.literal('image/jpeg') });

/** Sharp on the half of a telephone's screen that players give it. */
const LONGEST_SIDE_PIXELS = 480;
/** 400 chapters with a picture each stay within 25 MB. */
const LARGEST_BYTES = 60_000;
/** ffmpeg's scale for JPEG, 2 the best; by 31 noise fits, too. */
const QUALITIES = [4, 8, 16, 31];

/**
 * The whole picture, at most 480 pixels wide and high, on white where it is transparent, as a JPEG of at most 60 KB. The
 * first frame of what moves; small pictures are not enlarged.
 *
 * @throws Error when ffmpeg cannot read the image.
 */
export const markPicture = defineStage({
  name: 'mark-picture',
  version: 1,
  output: markPictureSchema,
  tools: ['ffmpeg'],
  run: async (input: CoverForAudioInput, context: StageContext<FfmpegTools>) => {
    const { width, height } = input;
    const share = Math.min(1, LONGEST_SIDE_PIXELS / Math.max(width, height));
    const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * share)));
    const size = `${across}x${down}`;
    const small =
      `color=c=white:s=${size}:d=1,format=rgb24[ground];` +
      `[0:v]scale=w=${across}:h=${down}:flags=lanczos,format=rgba[picture];` +
      `[ground][picture]overlay=format=rgb,format=yuvj444p[small]`;
    const options = ['-filter_complex', small, '-map', '[small]', '-frames:v', '1', '-c:v', 'mjpeg'];
    for (const quality of QUALITIES) {
      const encoding = ['-q:v', String(quality), '-flags:v', '+bitexact', '-f', 'mjpeg'];
      const image = await makePicture(input, context, 'scaling the picture of a chapter', [...options, ...encoding]); // prettier-ignore
      if (image.bytes <= LARGEST_BYTES) return { image, mediaType: 'image/jpeg' };
    }
    throw new Error(
      `A picture of ${size} pixels has more than ${LARGEST_BYTES} bytes at the lowest quality.`,
    );
  },
});
