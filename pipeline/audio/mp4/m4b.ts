/** The audiobook as an MP4 file: sound, chapters, tags and cover. */
import type { StageContext } from '../../engine/stage.ts';
import type { ChapterMark } from '../chapter-marks.ts';
import type { FrameRun } from '../chunks/joined.ts';
import { threeLetterCode } from '../language-codes.ts';
import type { BookTags } from '../tags/book-tags.ts';
import type { Picture } from '../tags/id3-frames.ts';
import { metaBox } from '../tags/ilst.ts';
import { neroChapters } from '../tags/nero-chapters.ts';
import { aacContent, aacFramesOf } from './aac-frames.ts';
import { box, bytesOf } from './boxes.ts';
import { chapterSample, chapterTrack } from './chapter-track.ts';
import { inFile } from './in-file.ts';
import { movieHeader } from './movie.ts';
import { heardSamples, soundTrack } from './sound-track.ts';

/** In samples a book of more than a day would need 64 bits here, which old players do not read. */
const MILLISECONDS = 1000;
const chapters = 2;

export type M4bInput = {
  /** Encoded, in their order. */
  readonly chunks: readonly FrameRun[];
  /** Samples a second of the encoded sound. */
  readonly rate: number;
  /** The first begins at 0, and each ends where the next begins. */
  readonly marks: readonly ChapterMark[];
  readonly tags: BookTags;
  readonly cover?: Picture;
};

/**
 * The file in pieces: what players read first stands in front, and the titles of the chapters before the sound. The bytes depend on
 * the input alone: no time of making, no name of a program.
 *
 * @throws Error where there is no sound, and the signal's reason after an abort
 */
export async function* m4b(
  { chunks, rate, marks, tags, cover }: M4bInput,
  context: Pick<StageContext, 'blobs' | 'signal' | 'progress'>,
): AsyncIterable<Uint8Array> {
  const frames = await aacFramesOf(chunks, context);
  const titles = marks.map(chapterSample);
  const titleBytes = bytesOf(titles);
  const language = threeLetterCode(tags.language);
  const shared = { language, movieUnit: MILLISECONDS };
  const sound = soundTrack({ ...shared, frames, rate, ...(marks.length > 0 && { chapters }) });
  const text = chapterTrack(marks, titles, { ...shared, track: chapters });
  const header = movieHeader(MILLISECONDS, Math.round((heardSamples(frames) * MILLISECONDS) / rate), chapters + 1); // prettier-ignore
  const udta = box('udta', ...metaBox(tags, cover), ...neroChapters(marks));
  yield* inFile('M4B ', titleBytes + frames.bytes, (firstByte, isWide) =>
    box(
      'moov',
      ...header,
      ...sound(firstByte + titleBytes, isWide),
      ...(marks.length > 0 ? text(firstByte, isWide) : []),
      ...udta,
    ),
  );
  yield* titles;
  yield* aacContent(chunks, context);
}
