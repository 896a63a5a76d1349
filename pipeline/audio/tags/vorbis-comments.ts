/** The comments of an Ogg file, as players read them (xiph.org, "Ogg Vorbis I format specification: comment field"). */
import { clock } from '../../clock.ts';
import type { ChapterMark } from '../chapter-marks.ts';
import { oneLine, plainText } from '../text.ts';
import type { BookTags } from './book-tags.ts';
import { genreOf } from './wording.ts';

/** Three digits: what the proposal for chapters has room for. */
const MOST_MARKS = 1000;

/** Tags, and chapters as `CHAPTER000=HH:MM:SS.mmm` with `CHAPTER000NAME`. A tag without a value is left out. */
export function vorbisComments(
  tags: BookTags,
  marks: readonly ChapterMark[],
): readonly (readonly [key: string, value: string])[] {
  const texts: readonly (readonly [key: string, value: string | undefined])[] = [
    ['TITLE', tags.title],
    ['SUBTITLE', tags.subtitle],
    ['ALBUM', tags.title],
    ['ARTIST', tags.authors.join(', ')],
    ['ALBUMARTIST', tags.authors.join(', ')],
    ['ARTISTSORT', tags.authorsSort],
    ['PERFORMER', tags.narrator],
    ['NARRATOR', tags.narrator],
    ['ORGANIZATION', tags.publisher],
    ['PUBLISHER', tags.publisher],
    ['DATE', tags.date],
    ['GENRE', genreOf(tags)],
    ['LANGUAGE', tags.language],
    ['COPYRIGHT', tags.rights],
    ['ISBN', tags.isbn],
    ['SERIES', tags.series?.name],
    ['SERIES-PART', tags.series?.position],
    ['DESCRIPTION', tags.description],
  ];
  return [
    ...texts.flatMap(([key, value]) => {
      const said = key === 'DESCRIPTION' ? plainText(value ?? '') : oneLine(value ?? '');
      return said === '' ? [] : [[key, said] as const];
    }),
    ...marks.slice(0, MOST_MARKS).flatMap(({ title, beginMilliseconds }, index) => {
      const name = `CHAPTER${String(index).padStart(3, '0')}`;
      return [[name, clock(beginMilliseconds, '.')] as const, [`${name}NAME`, title] as const];
    }),
  ];
}
