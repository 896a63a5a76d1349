import type { BookTags } from '../audio/tags/book-tags.ts';
import type { BlobRef } from '../engine/blob.ts';

/** What a W3C audiobook is made of. */
export type LpfInput = {
  readonly tags: BookTags;
  /** A URI that stays: `urn:uuid:…`, `urn:isbn:…`. */
  readonly identifier: string;
  /** When the publication was last changed, YYYY-MM-DD or an instant, if that is known. */
  readonly modified?: string;
  /** The address of its licence. */
  readonly licence?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** In reading order; at least one. */
  readonly chapters: readonly LpfChapter[];
  readonly cover?: {
    readonly image: BlobRef;
    readonly mediaType: 'image/jpeg' | 'image/png';
    /** What can be seen on it. */
    readonly alternative: string;
  };
  /** In the book's language. */
  readonly words: { readonly contents: string };
};

export type LpfChapter = {
  readonly id: string;
  readonly title: string;
  readonly audio: BlobRef;
  readonly mediaType: 'audio/mpeg' | 'audio/mp4' | 'audio/ogg';
  readonly seconds: number;
  /** What is below the chapter in the contents, from its own beginning. */
  readonly sections?: readonly LpfSection[];
  /** The same in writing, the one that is best read first. */
  readonly texts?: readonly LpfText[];
};

export type LpfSection = {
  readonly title: string;
  readonly beginSeconds: number;
  /** 2 is below a chapter. */
  readonly level: number;
};

export type LpfText = {
  readonly text: BlobRef;
  readonly mediaType: 'text/html' | 'text/vtt';
};
