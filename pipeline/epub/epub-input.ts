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

export type EpubInput = {
  readonly book: Book;
  readonly metadata: Metadata;
  /** Names the output files of the publication; it tells whose archive a failure concerns. */
  readonly slug: string;
  readonly cover?: Cover;
};
