import type { ReadAloudPage, Segment } from '../epub-input.ts';
import type { WordSpan } from './word-spans.ts';
import type { WordsOfBook } from './words-of-book.ts';

/** When an element is heard, in whole milliseconds of its page's audio; the end lies past the last. */
export type OverlayClip = {
  readonly target: string;
  readonly beginMilliseconds: number;
  readonly endMilliseconds: number;
};

/** A word that the voice swallowed still has a clip, and a clip must have a length (EPUB 3.3, 9.2.2.6). */
const leastSeconds = 0.002;

/**
 * The clips of a page. They leave no gap: the silence after an element is part of its clip, so that a player that goes from
 * clip to clip keeps the pauses; a sentence's first word begins where the sentence does. Each place is rounded once, and the
 * last one down: it must not reach past its audio.
 */
export function overlayClips(
  { sampleRate, samples, segments }: Omit<ReadAloudPage, 'id' | 'audio'>,
  words: WordsOfBook = new Map(),
): readonly OverlayClip[] {
  const begins = segments.flatMap((segment) =>
    beginsIn(segment, words.get(segment.target), Math.ceil(sampleRate * leastSeconds)),
  );
  const milliseconds = (sample: number): number => Math.round((sample * 1000) / sampleRate);
  return begins.map(({ target, beginSample }, index): OverlayClip => {
    const next = begins[index + 1];
    const beginMilliseconds = milliseconds(beginSample);
    const endMilliseconds =
      next === undefined ? Math.floor((samples * 1000) / sampleRate) : milliseconds(next.beginSample);
    return { target, beginMilliseconds, endMilliseconds };
  });
}

function beginsIn(
  { target, beginSample, endSample }: Segment,
  words: readonly WordSpan[] | undefined,
  leastSamples: number,
): readonly { readonly target: string; readonly beginSample: number }[] {
  if (words === undefined) return [{ target, beginSample }];
  let reached = beginSample;
  return words.map(({ id, afterSamples }, index) => {
    const latest = endSample - (words.length - index) * leastSamples;
    if (index > 0) reached = Math.max(reached + leastSamples, Math.min(latest, beginSample + afterSamples));
    return { target: id, beginSample: reached };
  });
}
