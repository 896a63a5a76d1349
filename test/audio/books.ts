/** Small books for the encoders: chapters that begin with a tone and end in silence. */
import { chapterMarks, type ChapterMark } from '../../pipeline/audio/chapter-marks.ts';
import type { AudiobookInput } from '../../pipeline/audio/audiobook.ts';
import type { ChapterAudio } from '../../pipeline/audio/timeline.ts';
import { joinChapter } from '../../pipeline/audio/join-chapter.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import { contextOf } from './temporary-blobs.ts';
import { tone } from './tones.ts';

export type ToneChapter = {
  readonly title: string;
  readonly toneSeconds: number;
  readonly pauseSeconds: number;
};

export async function bookOf(
  chapters: readonly ToneChapter[],
  blobs: BlobAccess,
  sampleRate = 16_000,
): Promise<AudiobookInput & { readonly marks: readonly ChapterMark[] }> {
  const joined: ChapterAudio[] = [];
  for (const [index, { title, toneSeconds, pauseSeconds }] of chapters.entries()) {
    const pcm = await blobs.write([tone(toneSeconds, sampleRate)]);
    const sound = { pcm, sampleRate, samples: pcm.bytes / 2, times: [], at: [], pauseSeconds: 0 };
    const clip = { utterance: `u${index}`, sounds: [sound], pauseSeconds };
    joined.push(
      await joinChapter.run({ id: `c${index}`, title, sampleRate, clips: [clip] }, contextOf(blobs, {})),
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
    marks: chapterMarks(joined).marks,
    chapters: joined.map(({ pcm }) => pcm),
    sampleRate,
  };
}
