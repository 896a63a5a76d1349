import { holdable } from '../holdable.ts';

/** A chapter as apps show it; `milliseconds` from the episode's beginning. */
export type EpisodeChapterMark = {
  readonly title: string;
  readonly beginMilliseconds: number;
  /** The address of its picture. */
  readonly image?: string;
};

/** The Podcast Namespace's chapters, 1.2.0: `application/json+chapters`. */
export function chaptersJson(
  marks: readonly EpisodeChapterMark[],
  { title, podcastName }: { readonly title: string; readonly podcastName: string },
): string {
  const chapters = marks.map((mark) => ({
    startTime: mark.beginMilliseconds / 1000,
    title: holdable(mark.title),
    ...(mark.image !== undefined && { img: mark.image }),
  }));
  const about = { title: holdable(title), podcastName: holdable(podcastName) };
  return `${JSON.stringify({ version: '1.2.0', ...about, chapters }, null, 1)}\n`;
}
