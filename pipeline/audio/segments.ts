import type { ChapterAudio } from './timeline.ts';

/** What is heard of one element, with the silence after it; in samples of the chapter. */
export type Segment = {
  readonly target: string;
  /** Whose sound it is. */
  readonly utterance: string;
  readonly beginSample: number;
  readonly endSample: number;
};

/**
 * A chapter's sound cut into what is heard of each element, in the order in which it is heard, without a gap. What has no
 * element of its own, such as "Figure.", is heard with the element after it, or at the end of a chapter with the one before.
 *
 * @throws Error where an element is voiced in two places
 */
export function segmentsOf({ samples, clips }: Pick<ChapterAudio, 'samples' | 'clips'>): readonly Segment[] {
  const begins: Omit<Segment, 'endSample'>[] = [];
  let waiting: number | undefined;
  for (const { utterance, target, beginSample } of clips) {
    if (target === undefined) {
      waiting ??= beginSample;
      continue;
    }
    if (target !== begins.at(-1)?.target)
      begins.push({ target, utterance, beginSample: waiting ?? beginSample });
    waiting = undefined;
  }
  const seen = new Set<string>();
  return begins.map(({ target, utterance, beginSample }, index) => {
    if (seen.has(target)) throw new Error(`The element ${target} is voiced in two places.`);
    seen.add(target);
    return { target, utterance, beginSample, endSample: begins[index + 1]?.beginSample ?? samples };
  });
}
