import type { Book, ImageMediaType } from '../document/model.ts';
import type { BlobRef } from '../engine/blob.ts';
import type { Cover } from './epub-input.ts';
import { createNamer, wordsOfPath } from './safe-names.ts';

/** Names that the package itself uses; epub-gen-memory fixes those of the package document, the contents and the NCX. */
export const files = {
  package: 'content.opf',
  contents: 'toc.xhtml',
  ncx: 'toc.ncx',
  style: 'style.css',
  cover: 'cover.xhtml',
} as const;

export type PlacedImage = {
  readonly href: string;
  readonly mediaType: ImageMediaType;
  /** Whole CSS pixels, at least 1, as HTML wants them. */
  readonly width: number;
  readonly height: number;
  readonly blob: BlobRef;
};

/** Where everything stands in the package; all names are relative to the folder of the package document. */
export type Layout = {
  readonly cover?: PlacedImage;
  /** In the order of the book. */
  readonly chapters: readonly { readonly id: string; readonly href: string }[];
  readonly images: readonly PlacedImage[];
  /** @throws Error where the book has no such chapter: the model promises that it has. */
  readonly chapterHref: (id: string) => string;
  /** By the path in the model. */
  readonly image: (path: string) => PlacedImage;
};

const extensions: Readonly<Record<ImageMediaType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
};

/** Chapters are called by their ids, so that an edit elsewhere renames nothing; images by their paths. */
export function layOut(book: Book, cover?: Cover): Layout {
  const nameFile = createNamer(Object.values(files));
  const nameImage = createNamer();
  const place = (words: string, image: Omit<PlacedImage, 'href'>): PlacedImage => ({
    href: `images/${nameImage(words, extensions[image.mediaType])}`,
    mediaType: image.mediaType,
    width: Math.max(1, Math.round(image.width)),
    height: Math.max(1, Math.round(image.height)),
    blob: image.blob,
  });
  const placedCover = cover && place('cover', cover);
  const chapters = book.chapters.map(({ id }) => ({ id, href: nameFile(id, 'xhtml') }));
  const hrefs = new Map(chapters.map(({ id, href }) => [id, href]));
  const images = new Map(book.images.map((image) => [image.path, place(wordsOfPath(image.path), image)]));
  return {
    ...(placedCover && { cover: placedCover }),
    chapters,
    images: [...images.values()],
    chapterHref: (id) => found(hrefs.get(id), `a chapter “${id}”`),
    image: (path) => found(images.get(path), `an image “${path}”`),
  };
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The book refers to ${what}, which it does not have.`);
  return value;
}
