/** Small books for the encoders: chapters that begin with a tone and end in silence. */
import type { AudioFileInput } from '../../pipeline/audio/audiobook.ts';
import { chapterMarks } from '../../pipeline/audio/chapter-marks.ts';
import { encodeChunk, type EncodedChunk } from '../../pipeline/audio/chunks/encode-chunk.ts';
import { chunksOf, type Pieces } from '../../pipeline/audio/chunks/pieces.ts';
import type { Ffmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { timeChapter } from '../../pipeline/audio/time-chapter.ts';
import type { ChapterAudio } from '../../pipeline/audio/timeline.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import { contextOf } from './temporary-blobs.ts';
import { tone } from './tones.ts';

export type ToneChapter = {
  readonly title: string;
  readonly toneSeconds: number;
  readonly pauseSeconds: number;
};

export type ToneBook = Omit<AudioFileInput, 'chunks'> & { readonly chapters: readonly ChapterAudio[] };

export async function bookOf(
  chapters: readonly ToneChapter[],
  blobs: BlobAccess,
  sampleRate = 16_000,
): Promise<ToneBook> {
  const timed: ChapterAudio[] = [];
  for (const [index, { title, toneSeconds, pauseSeconds }] of chapters.entries()) {
    const pcm = await blobs.write([tone(toneSeconds, sampleRate)]);
    const sound = { pcm, sampleRate, samples: pcm.bytes / 2, times: [], at: [], pauseSeconds: 0 };
    const clip = { utterance: `u${index}`, sounds: [sound], pauseSeconds };
    timed.push(
      await timeChapter.run({ id: `c${index}`, title, sampleRate, clips: [clip] }, contextOf(blobs, {})),
    );
  }
  return {
    tags: {
      title: 'A book; with = and # and \\ and "quotes"',
      subtitle: 'Second title',
      authors: ['Ann Ångström', 'Bob'],
      narrator: 'A synthetic voice',
      publisher: 'A press',
      date: '2026-05-04',
      description: 'One line.\nAnother line.',
      rights: '© 2026 Ann',
      language: 'de-AT',
    },
    ...chapterMarks(timed),
    sampleRate,
    chapters: timed,
  };
}

/** A book's chunks as the edition of that ending has them, with no gain. */
export async function encoded(
  format: 'm4b' | 'mp3',
  { chapters, ...book }: ToneBook,
  ffmpeg: Ffmpeg,
  blobs: BlobAccess,
): Promise<AudioFileInput> {
  const codec = format === 'm4b' ? 'aac' : 'mp3';
  const level = { gainDb: 0, ceilingDb: -1, truePeakDb: 0, codec, kilobits: 64 } as const;
  const { sampleRate } = book;
  // As a build does it: what is equal is encoded once.
  const known = new Map<string, Promise<EncodedChunk>>();
  const encode = (pieces: Pieces): Promise<EncodedChunk> => {
    const key = JSON.stringify(pieces);
    const made =
      known.get(key) ?? encodeChunk.run({ pieces, sampleRate, ...level }, contextOf(blobs, { ffmpeg }));
    known.set(key, made);
    return made;
  };
  const chunks = await Promise.all(chapters.flatMap(chunksOf).map(encode));
  return { ...book, chunks };
}
