import { coverForAudio, type CoverForAudio } from '../audio/cover-for-audio.ts';
import { drawCover, type DrawCoverInput } from '../cover/draw-cover.ts';
import { rasteriseSvg } from '../cover/rasterise-svg.ts';
import type { Book } from '../document/model.ts';
import { authorNames, listed, wordsOf } from '../document/words.ts';
import type { Cover } from '../epub/epub-input.ts';
import type { Publication } from '../source/publication.ts';
import type { Sound, TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** The author's cover, or one drawn for the book. */
export async function portraitCover(build: TextBuild, { publication, book, cover }: Reading): Promise<Cover> {
  const { metadata } = publication;
  if (cover && metadata.cover) {
    const { blob, mediaType, width, height } = cover;
    return { blob, mediaType, width, height, alt: metadata.cover.alt };
  }
  const words = wordsOf(book.language);
  const { image, mediaType, width, height } = await build.step(
    drawCover,
    coverText(publication, book, 'portrait'),
  );
  return {
    blob: image,
    mediaType,
    width,
    height,
    alt: words.cover(metadata.title, listed(authorNames(metadata.authors), words)),
  };
}

/** The cover as players show it. */
export async function squareCover(
  build: Sound['build'],
  { publication, book, cover }: Reading,
): Promise<CoverForAudio> {
  if (!cover)
    return build.step(coverForAudio, await build.step(drawCover, coverText(publication, book, 'square')));
  const { blob, mediaType, width, height } = cover;
  if (mediaType === 'image/svg+xml')
    return build.step(coverForAudio, await build.step(rasteriseSvg, { image: blob }));
  return build.step(coverForAudio, { image: blob, mediaType, width, height });
}

function coverText({ metadata }: Publication, book: Book, shape: 'portrait' | 'square'): DrawCoverInput {
  const { title, subtitle, authors, language } = metadata;
  return {
    title,
    ...(subtitle !== undefined && { subtitle }),
    authors: authorNames(authors),
    shape,
    language,
    direction: book.direction,
  };
}
