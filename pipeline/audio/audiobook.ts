/** What the files of a book's sound share: what they are made of, and what is known of them. */
import { z } from 'zod';
import { blobSchema, type BlobRef } from '../engine/blob.ts';
import type { ChapterMark } from './chapter-marks.ts';
import type { FrameRun } from './chunks/joined.ts';
import type { BookTags } from './tags/book-tags.ts';

export type { BookTags } from './tags/book-tags.ts';

/** Square, and small enough to stand before the sound: `coverForAudio` makes it so. */
export type AudioCover = { readonly image: BlobRef; readonly mediaType: 'image/jpeg' | 'image/png' };

export type AudioFileInput = {
  readonly tags: BookTags;
  readonly marks: readonly ChapterMark[];
  /** Encoded, in their order. */
  readonly chunks: readonly FrameRun[];
  /** Of all chunks, before they were encoded. */
  readonly samples: number;
  readonly sampleRate: number;
  readonly cover?: AudioCover;
};

export const audioFileSchema = z.strictObject({
  file: blobSchema,
  /** Counted from samples, not read from the file. */
  seconds: z.number().positive(),
});
export type AudioFile = z.output<typeof audioFileSchema>;

/** Marks are unsigned 32-bit milliseconds in ID3. */
const LONGEST_SECONDS = 0xffff_ffff / 1000;

/**
 * The length of the whole, and that it can be marked.
 *
 * @throws Error for a book without sound, for one that is longer than marks can count (49 days), and for marks beyond
 *   its end.
 */
export function measure({
  samples,
  sampleRate,
  marks,
}: Pick<AudioFileInput, 'samples' | 'sampleRate' | 'marks'>): number {
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
