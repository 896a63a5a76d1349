/** The tags of an M4B, as Apple's programs lay them down: `udta` / `meta` / `ilst`. */
import { cutToBytes, oneLine, plainText } from '../text.ts';
import type { BookTags } from './book-tags.ts';
import type { Picture } from './id3-frames.ts';
import { box } from '../mp4/boxes.ts';
import { genreOf, joinedAuthors, sortedAlbum, wholePosition } from './wording.ts';

/** What a value is ("well-known types" of QuickTime's metadata). */
const [UTF_8, JPEG, PNG, INTEGER] = [1, 13, 14, 21];
/** iTunes' list of media kinds. */
const AUDIOBOOK = 2;
/** Apple shows no more of the short description. */
const SHORT_DESCRIPTION_BYTES = 255;

/** The box `meta`. Values that are empty are left out. */
export function metaBox(tags: BookTags, cover?: Picture): readonly Uint8Array[] {
  const items = [
    ...textItems(tags),
    ...numberItems(tags),
    ...(cover ? [item('covr', cover.mediaType === 'image/png' ? PNG : JPEG, cover.bytes)] : []),
    ...namedItems(tags),
  ];
  const handler = Buffer.alloc(25);
  handler.write('mdirappl', 8, 'latin1');
  return box('meta', Buffer.alloc(4), ...box('hdlr', handler), ...box('ilst', ...items.flat()));
}

function textItems(tags: BookTags): readonly (readonly Uint8Array[])[] {
  const authors = joinedAuthors(tags);
  const description = plainText(tags.description ?? '');
  const line = (text: string | undefined): string => oneLine(text ?? '');
  const texts: readonly (readonly [kind: string, text: string])[] = [
    ['©nam', line(tags.title)],
    ['©alb', line(tags.title)],
    ['©ART', authors],
    ['aART', authors],
    // The narrator is where players of music have the composer; ©nrt is Apple Books' own.
    ['©wrt', line(tags.narrator)],
    ['©nrt', line(tags.narrator)],
    ['©pub', line(tags.publisher)],
    ['©day', line(tags.date)],
    ['©gen', genreOf(tags)],
    ['cprt', plainText(tags.rights ?? '')],
    ['©cmt', description],
    ['desc', cutToBytes(description, SHORT_DESCRIPTION_BYTES)],
    ['ldes', description],
    ['©mvn', line(tags.series?.name)],
    ['sonm', line(tags.titleSort)],
    ['soal', line(sortedAlbum(tags))],
    ['soar', line(tags.authorsSort)],
    ['soaa', line(tags.authorsSort)],
  ];
  return texts.filter(([, text]) => text !== '').map(([kind, text]) => item(kind, UTF_8, Buffer.from(text)));
}

function numberItems(tags: BookTags): readonly (readonly Uint8Array[])[] {
  const position = wholePosition(tags);
  const inSeries = tags.series && position !== undefined;
  return [
    item('stik', INTEGER, Uint8Array.of(AUDIOBOOK)),
    // Chapters follow each other without a gap.
    item('pgap', INTEGER, Uint8Array.of(1)),
    ...(inSeries ? [item('©mvi', INTEGER, Uint8Array.of(position >> 8, position & 0xff))] : []),
    // Whether the movement is shown.
    ...(tags.series ? [item('shwm', INTEGER, Uint8Array.of(1))] : []),
  ];
}

/** By names that programs agree on: Audiobookshelf, which asks ffprobe, and Mp3tag know these. */
function namedItems(tags: BookTags): readonly (readonly Uint8Array[])[] {
  const named = Object.entries({
    SERIES: tags.series?.name,
    'SERIES-PART': tags.series?.position,
    ISBN: tags.isbn,
    SUBTITLE: tags.subtitle,
    NARRATOR: tags.narrator,
    PUBLISHER: tags.publisher,
    LANGUAGE: tags.language,
  }).map(([name, text]) => [name, oneLine(text ?? '')] as const);
  return named
    .filter(([, text]) => text !== '')
    .map(([name, text]) =>
      box(
        '----',
        ...box('mean', Buffer.from('\0\0\0\0com.apple.iTunes', 'latin1')),
        ...box('name', Buffer.from(`\0\0\0\0${name}`, 'latin1')),
        ...data(UTF_8, Buffer.from(text)),
      ),
    );
}

function item(kind: string, type: number, value: Uint8Array): readonly Uint8Array[] {
  return box(kind, ...data(type, value));
}

function data(type: number, value: Uint8Array): readonly Uint8Array[] {
  // The kind of value, and a locale: none.
  const head = Buffer.alloc(8);
  head.writeUInt32BE(type);
  return box('data', head, value);
}
