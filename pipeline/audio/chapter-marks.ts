/** Where the chapters begin, in the audio of the whole book. */
import { markTitle } from './mark-title.ts';
import type { ChapterAudio } from './timeline.ts';

export type ChapterMark = {
  /** The document's chapter. */
  readonly id: string;
  /** One line, at most 255 bytes of UTF-8, never empty. */
  readonly title: string;
  readonly beginSample: number;
  readonly beginMilliseconds: number;
  /** Where the next mark begins, or the book ends. */
  readonly endMilliseconds: number;
};

export type BookMarks = {
  readonly sampleRate: number;
  /** Of the whole book. */
  readonly samples: number;
  readonly marks: readonly ChapterMark[];
};

/**
 * The marks of chapters that follow each other without a gap. Samples are added up as integers; each sum is rounded to
 * milliseconds once. The first mark lies at 0. A chapter in which nothing is heard has no mark.
 *
 * @throws Error when chapters differ in their sample rate.
 */
export function chapterMarks(chapters: readonly ChapterAudio[]): BookMarks {
  const heard = chapters.filter(({ samples }) => samples > 0);
  const sampleRate = (heard[0] ?? chapters[0])?.sampleRate ?? 1;
  const milliseconds = (sample: number): number => Math.round((sample * 1000) / sampleRate);
  const marks: ChapterMark[] = [];
  let samples = 0;
  for (const [index, chapter] of heard.entries()) {
    if (chapter.sampleRate !== sampleRate) {
      throw new Error(
        `The chapter “${chapter.title}” has ${chapter.sampleRate} samples a second, the book has ${sampleRate}.`,
      );
    }
    const beginSample = samples;
    samples += chapter.samples;
    marks.push({
      id: chapter.id,
      title: markTitle(chapter.title) || String(index + 1),
      beginSample,
      beginMilliseconds: milliseconds(beginSample),
      endMilliseconds: milliseconds(samples),
    });
  }
  return { sampleRate, samples, marks };
}
