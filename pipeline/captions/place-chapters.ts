import type { Cue, PlacedChapter, TimedChapter } from './timed-text.ts';

/** Chapters behind one another, each with its captions. A chapter in which nothing is heard has no place. */
export function placeChapters(
  chapters: readonly { readonly chapter: TimedChapter; readonly cues: readonly Cue[] }[],
): readonly PlacedChapter[] {
  let reached = 0;
  return chapters.flatMap(({ chapter, cues }) => {
    const beginSample = reached;
    reached += chapter.samples;
    return chapter.samples === 0 ? [] : [{ ...chapter, beginSample, cues }];
  });
}
