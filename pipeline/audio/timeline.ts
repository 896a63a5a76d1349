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

/** A chapter's narration, as it is put together: it is never one file of samples. */
export const chapterAudioSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  sampleRate: z.int().positive(),
  samples: z.int().nonnegative(),
  /** What is heard, in order; between and after them is silence. Mono, signed 16 bit, little endian, without a header. */
  sounds: z.array(z.strictObject({ pcm: blobSchema, beginSample: z.int().nonnegative() })),
  /** Where its chunks end, the last at the chapter's end: in silence, and on the grid of the codecs' frames (chunks/grid.ts). */
  cuts: z.array(z.int().positive()),
  clips: z.array(clipSchema),
});
export type ChapterAudio = z.output<typeof chapterAudioSchema>;
