/** Where a page has another order than the ear: a note is heard where it is referred to, and stands at the chapter's end. */
import { segmentsOf } from '../audio/segments.ts';
import type { TimeClip } from '../audio/time-chapter.ts';
import type { Book } from '../document/model.ts';
import { orderOf, voicedOf } from '../epub/overlay/voiced.ts';

/** The places of elements on their page, by their ids. */
export type PageOrder = ReadonlyMap<string, number>;

/** By the ids of chapters. */
export function pageOrders({ chapters }: Book): ReadonlyMap<string, PageOrder> {
  return new Map(chapters.map((chapter) => [chapter.id, orderOf(voicedOf(chapter))]));
}

/** What the page has no place for is at its end; making the overlay then tells of it. */
export function placeOn(order: PageOrder, target: string): number {
  return order.get(target) ?? Number.MAX_SAFE_INTEGER;
}

/** Marks where chunks must begin so that the page's order is one of whole chunks: wherever the two orders part. */
export function withCutsBetween(
  clips: readonly TimeClip[],
  order: PageOrder | undefined,
): readonly TimeClip[] {
  if (order === undefined) return clips;
  const heard = segmentsOf({
    samples: clips.length,
    clips: clips.map(({ utterance, target }, index) => ({
      utterance,
      ...(target !== undefined && { target }),
      beginSample: index,
      endSample: index + 1,
      words: [],
    })),
  });
  const shown = heard.toSorted((a, b) => placeOn(order, a.target) - placeOn(order, b.target));
  const follows = new Map(shown.map((segment, index) => [segment, shown[index - 1]]));
  const apart = new Set(
    heard.flatMap((segment, index) =>
      index > 0 && follows.get(segment) !== heard[index - 1] ? [segment.beginSample] : [],
    ),
  );
  return apart.size === 0
    ? clips
    : clips.map((clip, index) => (apart.has(index) ? { ...clip, apart: true } : clip));
}
