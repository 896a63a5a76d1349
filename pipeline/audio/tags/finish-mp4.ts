/** An MP4 file as ffmpeg leaves it, made ready for players: what they read first in front, with our tags and chapters. */
import { open, type FileHandle } from 'node:fs/promises';
import type { ChapterMark } from '../chapter-marks.ts';
import { fillFrom } from '../fill-from.ts';
import type { BookTags } from './book-tags.ts';
import type { Picture } from './id3-frames.ts';
import { metaBox } from './ilst.ts';
import { movedMoov, type Moved } from './move-chunks.ts';
import { box, boxHead } from '../mp4/boxes.ts';
import { neroChapters } from './nero-chapters.ts';

export type Mp4Finish = {
  readonly tags: BookTags;
  readonly marks: readonly ChapterMark[];
  readonly cover?: Picture;
};

/** A box of the file, by its place. */
type FileBox = {
  readonly kind: string;
  readonly begin: number;
  readonly headBytes: number;
  readonly end: number;
};

const PIECE_BYTES = 1024 * 1024;
/** Room that was kept free. */
const empty = new Set(['free', 'skip', 'wide']);
/** A program's tags are replaced; a file in fragments has no tables that could be moved. */
const fragments = new Set(['moof', 'mfra', 'sidx']);

/**
 * The finished file, in pieces: `ftyp`, `moov` with our `udta` in place of the file's, and the sound, which is read
 * piece by piece. Tracks stay as they are, the text track of chapters among them; only where their chunks lie is told
 * anew. Empty boxes are left out.
 *
 * @param path of an MP4 file that is not in fragments; its `moov` may stand before or behind the sound
 * @throws Error for a file that is cut off, in fragments, or none of these
 */
export async function* finishMp4(path: string, finish: Mp4Finish): AsyncIterable<Uint8Array> {
  const file = await open(path);
  try {
    const boxes = await boxesIn(file);
    const only = (kind: string): FileBox => {
      const [found, second] = boxes.filter((one) => one.kind === kind);
      if (!found || second)
        throw new Error(`The file ${path} is no MP4 file of sound: it has not one “${kind}”.`);
      return found;
    };
    const [ftyp, moov] = [only('ftyp'), only('moov')];
    const split = boxes.find(({ kind }) => fragments.has(kind));
    if (split) throw new Error(`The file ${path} is in fragments: it has a “${split.kind}”.`);
    const sound = boxes.filter((one) => one !== ftyp && one !== moov && !empty.has(one.kind));

    const { tags, marks, cover } = finish;
    const udta = box('udta', ...metaBox(tags, cover), ...neroChapters(marks));
    const content = await read(file, moov.begin + moov.headBytes, moov.end);
    const ftypBytes = ftyp.end - ftyp.begin;
    const front = movedMoov(content, udta, (moovBytes) => movedTo(sound, ftypBytes + moovBytes));
    yield await read(file, ftyp.begin, ftyp.end);
    yield* front;
    for (const { begin, end } of sound) yield* pieces(file, begin, end);
  } finally {
    await file.close();
  }
}

/** Where bytes of the boxes lie that follow each other from `start` on. */
function movedTo(boxes: readonly FileBox[], start: number): Moved {
  let reached = start;
  const placed = boxes.map(({ begin, end }) => {
    const by = reached - begin;
    reached += end - begin;
    return { begin, end, by };
  });
  return (offset) => {
    const holder = placed.find(({ begin, end }) => offset >= begin && offset < end);
    if (!holder) throw new Error(`The MP4 file has a chunk at byte ${offset}, where there is no sound.`);
    return offset + holder.by;
  };
}

async function boxesIn(file: FileHandle): Promise<readonly FileBox[]> {
  const { size } = await file.stat();
  const boxes: FileBox[] = [];
  for (let begin = 0; begin < size;) {
    const { kind, headBytes, bytes } = boxHead(
      await read(file, begin, Math.min(begin + 16, size)),
      size - begin,
    );
    boxes.push({ kind, begin, headBytes, end: begin + bytes });
    begin += bytes;
  }
  return boxes;
}

async function* pieces(file: FileHandle, begin: number, end: number): AsyncIterable<Uint8Array> {
  for (let from = begin; from < end; from += PIECE_BYTES) {
    yield await read(file, from, Math.min(from + PIECE_BYTES, end));
  }
}

async function read(file: FileHandle, begin: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - begin);
  await fillFrom(file, bytes, begin, 'the tags of an MP4 file were written');
  return bytes;
}
