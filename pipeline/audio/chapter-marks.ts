/** Where the chapters and their sections begin, in the audio of the whole book. */
import type { BlobRef } from '../engine/blob.ts';
import { markTitle } from './mark-title.ts';
import type { ChapterAudio } from './timeline.ts';

export type ChapterMark = {
  /** The document's chapter, or the heading of a section in it. */
  readonly id: string;
  /** One line, at most 255 bytes of UTF-8, never empty. */
  readonly title: string;
  /** 1 for a chapter; a section is one deeper than what it stands in. */
  readonly level: number;
  readonly beginSample: number;
  readonly beginMilliseconds: number;
  /** Where the next mark begins, of whatever level, or the book ends. */
  readonly endMilliseconds: number;
  readonly image?: MarkImage;
};
export type MarkImage = { readonly image: BlobRef; readonly mediaType: 'image/jpeg' | 'image/png' };

/** A heading inside a chapter, in the order of the text. */
export type MarkedSection = {
  readonly chapter: string;
  /** The heading. */
  readonly id: string;
  readonly title: string;
  /** From 2 on. */
  readonly level: number;
  /** What clips of the heading refer to: the first of them that is heard is where the section begins. */
  readonly targets: readonly string[];
};

export type BookMarks = {
  readonly sampleRate: number;
  /** Of the whole book. */
  readonly samples: number;
  readonly marks: readonly ChapterMark[];
};

/** Of a chapter's sound, what its marks are made from. */
export type MarkedChapter = Pick<ChapterAudio, 'id' | 'title' | 'sampleRate' | 'samples' | 'clips'>;

type Begin = Pick<ChapterMark, 'id' | 'title' | 'level' | 'beginSample'>;

/**
 * The marks of chapters that follow each other without a gap, and of the sections in them. Samples are added up as
 * integers; each sum is rounded to milliseconds once. The first mark lies at 0, and no two at one millisecond: of those
 * that would, the first and outermost stays. A chapter in which nothing is heard has no mark, nor has a section whose
 * heading is not heard.
 *
 * @param images of chapters and sections, by their ids
 * @throws Error when chapters differ in their sample rate.
 */
export function chapterMarks(
  chapters: readonly MarkedChapter[],
  sections: readonly MarkedSection[] = [],
  images: ReadonlyMap<string, MarkImage> = new Map(),
): BookMarks {
  const heard = chapters.filter(({ samples }) => samples > 0);
  const sampleRate = (heard[0] ?? chapters[0])?.sampleRate ?? 1;
  const milliseconds = (sample: number): number => Math.round((sample * 1000) / sampleRate);
  const ofChapter = new Map<string, MarkedSection[]>();
  for (const section of sections) {
    const others = ofChapter.get(section.chapter);
    if (others) others.push(section);
    else ofChapter.set(section.chapter, [section]);
  }
  const begins: Begin[] = [];
  let samples = 0;
  for (const [index, chapter] of heard.entries()) {
    if (chapter.sampleRate !== sampleRate) {
      throw new Error(
        `The chapter “${chapter.title}” has ${chapter.sampleRate} samples a second, the book has ${sampleRate}.`,
      );
    }
    const title = markTitle(chapter.title) || String(index + 1);
    begins.push({ id: chapter.id, title, level: 1, beginSample: samples });
    begins.push(...sectionBegins(chapter, ofChapter.get(chapter.id) ?? [], samples));
    samples += chapter.samples;
  }
  const apart = begins.filter(
    ({ beginSample }, index) =>
      index === 0 || milliseconds(beginSample) > milliseconds(begins[index - 1]?.beginSample ?? 0),
  );
  const marks = apart.map((begin, index) => {
    const image = images.get(begin.id);
    return {
      ...begin,
      beginMilliseconds: milliseconds(begin.beginSample),
      endMilliseconds: milliseconds(apart[index + 1]?.beginSample ?? samples),
      ...(image && { image }),
    };
  });
  return { sampleRate, samples, marks };
}

/** Sections without words in their headings have nothing that a player could show, and no mark. */
function sectionBegins(
  chapter: MarkedChapter,
  sections: readonly MarkedSection[],
  offset: number,
): readonly Begin[] {
  if (sections.length === 0) return [];
  const first = new Map<string, number>();
  for (const { target, beginSample } of chapter.clips) {
    if (target !== undefined && !first.has(target)) first.set(target, beginSample);
  }
  const begins = sections.flatMap(({ id, title, level, targets }): readonly Begin[] => {
    const heard = targets.map((target) => first.get(target)).find((begin) => begin !== undefined);
    const shown = markTitle(title);
    return heard === undefined || shown === ''
      ? []
      : [{ id, title: shown, level, beginSample: offset + heard }];
  });
  return begins.toSorted((a, b) => a.beginSample - b.beginSample);
}
