/** Values of tags that MP3 and M4B share. */
import { oneLine } from '../text.ts';
import type { BookTags } from './book-tags.ts';

/** What tells players that it is no music. */
const GENRE = 'Audiobook';

export function joinedAuthors({ authors }: BookTags): string {
  return authors.map(oneLine).join(', ');
}

/** Audiobookshelf and Plex take a semicolon for the end of a genre. */
export function genreOf({ subjects = [] }: BookTags): string {
  return [GENRE, ...subjects.map((subject) => oneLine(subject).replaceAll(';', ','))].join('; ');
}

/** Volumes of a series stand together and in their order; else the title without its article. */
export function sortedAlbum({ title, titleSort, series }: BookTags): string | undefined {
  if (series === undefined) return titleSort;
  // Players compare letter by letter: volume 2 before volume 10.
  const position = series.position?.replace(/^\d+/, (digits) => digits.padStart(2, '0'));
  return `${series.name}${position === undefined ? '' : ` ${position}`} - ${title}`;
}

/** The position in a series where it is a whole number: Apple's players count movements and know no 2.1. */
export function wholePosition({ series }: BookTags): number | undefined {
  const position = Number(series?.position);
  return Number.isInteger(position) && position > 0 && position < 2 ** 15 ? position : undefined;
}
