import type { Segment as SoundSegment } from '../audio/segments.ts';
import type { Book } from '../document/model.ts';
import type { BlobRef } from '../engine/blob.ts';
import type { Metadata } from '../source/metadata.ts';

/** A picture of the cover in portrait, measured in CSS pixels. */
export type Cover = {
  readonly blob: BlobRef;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml';
  readonly width: number;
  readonly height: number;
  readonly alt: string;
};

/** The words that are heard of an element. */
export type HeardWords = {
  /** The text as it was written for speech; the element's own is its end. */
  readonly text: string;
  /** For each word: UTF-16 offsets of what it voices in the text, and its begin in samples from the segment's. */
  readonly words: readonly number[];
};
export type Segment = Pick<SoundSegment, 'target' | 'beginSample' | 'endSample'> & {
  /** There where words are to be marked one by one. */
  readonly heard?: HeardWords;
};

/** What of a page is heard, and when. */
export type ReadAloudPage = {
  /** A chapter's id, or one of `addedPages`. */
  readonly id: string;
  /** AAC in MP4, as long as the samples. */
  readonly audio: BlobRef;
  readonly sampleRate: number;
  readonly samples: number;
  /** One for each element that is voiced, in the order of the page, without a gap. */
  readonly segments: readonly Segment[];
};
export type ReadAloud = {
  /** Who narrates, in words for readers. */
  readonly narrator: string;
  readonly pages: readonly ReadAloudPage[];
};

export type EpubInput = {
  readonly book: Book;
  readonly metadata: Metadata;
  /** Names the output files of the publication; it tells whose archive a failure concerns. */
  readonly slug: string;
  readonly cover?: Cover;
  /** Without it the book has text alone, and claims no more. */
  readonly readAloud?: ReadAloud;
};
