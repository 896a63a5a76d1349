/** When everything is heard: the one table that chapters, captions and overlays are made from. */
import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';

/** One utterance in its chapter's audio. Samples count from the chapter's first; `end` lies after the last sound. */
export const clipSchema = z.strictObject({
  utterance: z.string(),
  target: z.string().optional(),
  beginSample: z.int().nonnegative(),
  endSample: z.int().positive(),
  /**
   * Word by word, as it is heard: where in the utterance's written text (UTF-16 offsets) and when in the chapter's samples it
   * begins and ends, four numbers a word. Several words may voice one stretch of the text, such as "$4.5"; a word that the voice
   * has no sound for begins and ends at once.
   */
  words: z.array(z.int().nonnegative()),
});
export type Clip = z.output<typeof clipSchema>;

/** A chapter's narration: mono, signed 16 bit, little endian, without a header. */
export const chapterAudioSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  sampleRate: z.int().positive(),
  samples: z.int().nonnegative(),
  pcm: blobSchema,
  clips: z.array(clipSchema),
});
export type ChapterAudio = z.output<typeof chapterAudioSchema>;
