/** What the encoders of a whole book share: what they take, what they give, and how the sound reaches ffmpeg. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import type { StageContext } from '../engine/stage.ts';
import type { ChapterMark } from './chapter-marks.ts';
import type { FfmpegTools } from './find-ffmpeg.ts';
import { concatenate, countSamples } from './pcm.ts';
import type { FfmpegInput } from './run-ffmpeg.ts';

export type BookTags = {
  readonly title: string;
  readonly subtitle?: string;
  readonly authors: readonly string[];
  readonly narrator?: string;
  readonly publisher?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string;
  readonly description?: string;
  readonly rights?: string;
  /** BCP 47. */
  readonly language: string;
};

/** Square, and small enough to stand before the sound: `coverForAudio` makes it so. */
export type AudioCover = { readonly image: BlobRef; readonly mediaType: 'image/jpeg' | 'image/png' };

export type AudiobookInput = {
  readonly tags: BookTags;
  readonly marks: readonly ChapterMark[];
  /** The chapters' sound, in their order; all of one sample rate. */
  readonly chapters: readonly BlobRef[];
  readonly sampleRate: number;
  readonly cover?: AudioCover;
};

export const encodedAudioSchema = z.strictObject({
  file: blobSchema,
  /** Counted from samples, not read from the file. */
  seconds: z.number().positive(),
});
export type EncodedAudio = z.output<typeof encodedAudioSchema>;

/**
 * What the sound is encoded at, whatever the voice's rate: a decoder that knows nothing of the encoder's delay (about
 * 1100 samples) is then 25 ms late; at a voice's 16 000 Hz it would be 70 ms.
 */
export const OUTPUT_RATE = 44_100;

/** Marks are unsigned 32-bit milliseconds in ID3. */
const LONGEST_SECONDS = 0xffff_ffff / 1000;

/**
 * The length of the whole, and that it can be encoded.
 *
 * @throws Error for a book without sound, for one that is longer than marks can count (49 days), and for marks beyond
 *   its end.
 */
export function measure({ chapters, sampleRate, marks }: AudiobookInput): number {
  const samples = chapters.reduce((sum, pcm, index) => sum + countSamples(pcm, `chapter ${index + 1}`), 0);
  if (samples === 0) throw new Error('There is nothing to encode: no chapter has any sound.');
  const seconds = samples / sampleRate;
  if (seconds > LONGEST_SECONDS) {
    throw new Error(
      `The audio lasts ${Math.round(seconds / 3600)} hours; chapter marks count to ${Math.floor(LONGEST_SECONDS / 3600)}: ` +
        `publish it in several volumes.`,
    );
  }
  const beyond = marks.find(({ endMilliseconds }) => endMilliseconds > Math.round(seconds * 1000));
  if (beyond !== undefined) throw new Error(`The mark of “${beyond.title}” ends after the audio does.`);
  return seconds;
}

/** All chapters through one pipe: never one file of a whole book, and never in memory. */
export function soundOf(
  { chapters, sampleRate }: AudiobookInput,
  context: StageContext<FfmpegTools>,
): FfmpegInput {
  return {
    options: ['-f', 's16le', '-ar', String(sampleRate), '-ac', '1'],
    source: concatenate(chapters, context.blobs, context.progress),
  };
}
