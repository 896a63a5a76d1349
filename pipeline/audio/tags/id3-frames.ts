/** Frames of ID3v2.3 (id3.org/id3v2.3.0, section 4) and of the Chapter Frame Addendum 1.0, as bytes. */

export type Picture = { readonly bytes: Uint8Array; readonly mediaType: string };

/** Picture types of `APIC`. */
export const FRONT_COVER = 3;
export const OTHER_PICTURE = 0;

/** UTF-16 with a byte order mark: the one encoding of 2.3 that has all characters. */
const UTF_16 = Uint8Array.of(1);
const NOT_GIVEN = 0xffff_ffff;

/** A frame is no more than its head says in 32 bits; a whole tag counts to 2^28. */
export function frame(id: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(10);
  head.write(id, 'latin1');
  head.writeUInt32BE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** A frame whose content is one text, such as `TIT2`. */
export function textFrame(id: string, text: string): Buffer {
  return frame(id, UTF_16, utf16(text));
}

/** A text with a name of its own, which players agree on among themselves. */
export function namedTextFrame(name: string, text: string): Buffer {
  return frame('TXXX', UTF_16, utf16(name), END, utf16(text));
}

/** @param language ISO 639-2, three letters */
export function commentFrame(language: string, text: string): Buffer {
  return frame('COMM', UTF_16, Buffer.from(language, 'latin1'), utf16(''), END, utf16(text));
}

/** Without a description, whose end some players look for in the wrong encoding: so it is Latin-1. */
export function pictureFrame(type: number, { bytes, mediaType }: Picture): Buffer {
  return frame('APIC', Uint8Array.of(0), latin1(mediaType), Uint8Array.of(type, 0), bytes);
}

/** Where it lies in bytes is left open: players go by the time. */
export function chapterFrame(
  id: string,
  beginMilliseconds: number,
  endMilliseconds: number,
  frames: readonly Uint8Array[],
): Buffer {
  const times = Buffer.alloc(16);
  [beginMilliseconds, endMilliseconds, NOT_GIVEN, NOT_GIVEN].forEach((value, index) =>
    times.writeUInt32BE(value, index * 4),
  );
  return frame('CHAP', latin1(id), times, ...frames);
}

/** @param entries ids of chapters and other tables; at most 255, and at least one */
export function tableFrame(
  id: string,
  isTop: boolean,
  entries: readonly string[],
  frames: readonly Uint8Array[] = [],
): Buffer {
  const ordered = 1;
  const flags = ordered | (isTop ? 2 : 0);
  return frame('CTOC', latin1(id), Uint8Array.of(flags, entries.length), ...entries.map(latin1), ...frames);
}

const LARGEST_TAG = 2 ** 28;

/** @throws Error when the frames are more than a tag can count: 256 MB. */
export function tagOf(frames: readonly Uint8Array[]): Buffer {
  const bytes = frames.reduce((sum, { length }) => sum + length, 0);
  if (bytes >= LARGEST_TAG) {
    throw new Error(
      `The tags of an MP3 hold less than 256 MB; with all pictures these are ${Math.ceil(bytes / 2 ** 20)} MB.`,
    );
  }
  const head = Buffer.from('ID3\x03\x00\x00\x00\x00\x00\x00', 'latin1');
  // Seven bits a byte, so that nothing in it looks like the beginning of a sound.
  for (let index = 0; index < 4; index++) head[9 - index] = (bytes >> (7 * index)) & 0x7f;
  return Buffer.concat([head, ...frames]);
}

const END = Uint8Array.of(0, 0);

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, 'utf16le');
}

/** Ended by a zero. */
function latin1(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'latin1');
}
