/**
 * The ID3v2.3 tag that stands before an MP3's sound, with its chapters.
 *
 * Written here and not by ffmpeg: one older than 5 writes no table of contents, none nests it, and every one counts its
 * entries in one byte, so that of 300 chapters 44 are left in it.
 */
import type { ChapterMark } from '../chapter-marks.ts';
import { threeLetterCode } from '../language-codes.ts';
import { oneLine, plainText } from '../text.ts';
import type { BookTags } from './book-tags.ts';
import { chapterFrames } from './id3-chapters.ts';
import { commentFrame, FRONT_COVER, namedTextFrame, pictureFrame, tagOf, textFrame, type Picture } from './id3-frames.ts'; // prettier-ignore
import { genreOf, joinedAuthors, sortedAlbum, wholePosition } from './wording.ts';

/**
 * Sort fields are 2.4's (`TSOP`, `TSOA`, `TSOT`) and iTunes' (`TSO2`); players read them in 2.3 as well. Audiobookshelf
 * reads series, ISBN and subtitle by their names, Apple's players the series as a movement.
 *
 * @param pictures of marks, by their digests
 * @throws Error when all of it together has 256 MB or more.
 */
export function id3Tag(
  tags: BookTags,
  marks: readonly ChapterMark[],
  seconds: number,
  cover?: Picture,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Uint8Array {
  const language = threeLetterCode(tags.language);
  const description = plainText(tags.description ?? '');
  return tagOf([
    ...textsOf(tags, language, seconds),
    ...namedTextsOf(tags),
    ...(description === '' ? [] : [commentFrame(language, description)]),
    ...chapterFrames(marks, pictures),
    ...(cover ? [pictureFrame(FRONT_COVER, cover)] : []),
  ]);
}

function textsOf(tags: BookTags, language: string, seconds: number): readonly Buffer[] {
  const authors = joinedAuthors(tags);
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(tags.date ?? '') ?? [];
  const texts: readonly (readonly [id: string, text: string | undefined])[] = [
    ['TIT2', tags.title],
    ['TSOT', tags.titleSort],
    ['TIT3', tags.subtitle],
    ['TALB', tags.album ?? tags.title],
    ['TRCK', tags.track && `${tags.track.number}/${tags.track.of}`],
    ['TSOA', sortedAlbum(tags)],
    ['TPE1', authors],
    ['TSOP', tags.authorsSort],
    ['TPE2', authors],
    ['TSO2', tags.authorsSort],
    ['TCOM', tags.narrator],
    ['TPUB', tags.publisher],
    ['TYER', year],
    ['TDAT', month !== undefined && day !== undefined ? day + month : undefined],
    ['TCON', genreOf(tags)],
    ['TCOP', tags.rights],
    ['MVNM', tags.series?.name],
    ['MVIN', wholePosition(tags)?.toString()],
    ['TLAN', language],
    ['TLEN', String(Math.round(seconds * 1000))],
  ];
  return texts
    .map(([id, text]) => [id, oneLine(text ?? '')] as const)
    .filter(([, text]) => text !== '')
    .map(([id, text]) => textFrame(id, text));
}

function namedTextsOf(tags: BookTags): readonly Buffer[] {
  return Object.entries({
    SERIES: tags.series?.name,
    'SERIES-PART': tags.series?.position,
    ISBN: tags.isbn,
    NARRATOR: tags.narrator,
    SUBTITLE: tags.subtitle,
  })
    .map(([name, text]) => [name, oneLine(text ?? '')] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => namedTextFrame(name, text));
}
