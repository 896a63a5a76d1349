/**
 * The ID3v2.3 tag that stands before an MP3's sound, with its chapters (ID3v2 Chapter Frame Addendum 1.0).
 *
 * Written here and not by ffmpeg: one older than 5 writes no table of contents, and every one counts its entries in one
 * byte, so that of 300 chapters 44 are left in it.
 */
import NodeId3 from 'node-id3';
import type { BookTags } from './audiobook.ts';
import type { ChapterMark } from './chapter-marks.ts';
import { threeLetterCode } from './language-codes.ts';
import { oneLine, plainText } from './text.ts';

/** A table of contents counts its entries in one byte. */
const LONGEST_TABLE = 255;
const FRONT_COVER = { id: 3, name: 'front cover' };

export type Id3Cover = { readonly bytes: Uint8Array; readonly mediaType: string };

export function id3Tag(
  tags: BookTags,
  marks: readonly ChapterMark[],
  seconds: number,
  cover?: Id3Cover,
): Uint8Array {
  const language = threeLetterCode(tags.language);
  const authors = tags.authors.map(oneLine).join(', ');
  const description = plainText(tags.description ?? '');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(tags.date ?? '') ?? [];
  return NodeId3.create({
    title: oneLine(tags.title),
    ...(tags.subtitle !== undefined && { subtitle: oneLine(tags.subtitle) }),
    album: oneLine(tags.title),
    ...(authors !== '' && { artist: authors, performerInfo: authors }),
    ...(tags.narrator !== undefined && { composer: oneLine(tags.narrator) }),
    ...(tags.publisher !== undefined && { publisher: oneLine(tags.publisher) }),
    ...(year !== undefined && { year }),
    ...(month !== undefined && day !== undefined && { date: day + month }),
    genre: 'Audiobook',
    ...(tags.rights !== undefined && { copyright: oneLine(tags.rights) }),
    ...(description !== '' && { comment: { language, text: description } }),
    language,
    length: String(Math.round(seconds * 1000)),
    ...(marks.length > 0 && {
      chapter: marks.map(chapter),
      tableOfContents: tables(marks.map((_, index) => name(index))),
    }),
    ...(cover && {
      image: {
        mime: cover.mediaType,
        type: FRONT_COVER,
        description: '',
        imageBuffer: Buffer.from(cover.bytes),
      },
    }),
  });
}

function name(index: number): string {
  return `ch${index}`;
}

function chapter({ title, beginMilliseconds, endMilliseconds }: ChapterMark, index: number) {
  return {
    elementID: name(index),
    startTimeMs: beginMilliseconds,
    endTimeMs: endMilliseconds,
    tags: { title },
  };
}

type Table = { elementID: string; isOrdered: boolean; elements: string[] };

/** One table, the top level first; above 255 entries a table of tables. Deeper than that (65 025) no book goes. */
function tables(chapters: readonly string[]): Table[] {
  if (chapters.length <= LONGEST_TABLE)
    return [{ elementID: 'toc', isOrdered: true, elements: [...chapters] }];
  const parts: Table[] = [];
  for (let begin = 0; begin < chapters.length; begin += LONGEST_TABLE) {
    const elements = chapters.slice(begin, begin + LONGEST_TABLE);
    parts.push({ elementID: `toc${parts.length + 1}`, isOrdered: true, elements });
  }
  return [{ elementID: 'toc', isOrdered: true, elements: parts.map(({ elementID }) => elementID) }, ...parts];
}
