/** An hour of speech: the sentences of ten minutes, spoken once, in ten chapters of different order. */
import { createFliteEngine } from '../../pipeline/speech/flite/engine.ts';
import { finishSpeech } from '../../pipeline/speech/finish-speech.ts';
import type { TimeChapterInput } from '../../pipeline/audio/time-chapter.ts';
import type { BlobAccess } from '../../pipeline/engine/stage.ts';
import { mapLimited } from '../../pipeline/engine/map-limited.ts';
import { sentenceOf } from './write-book.ts';

const voice = 'flite/rms';
const sentences = 120;
const chapters = 10;
const chapterSeconds = 360;
const pauseSeconds = 0.35;

/** @returns the chapters as a build has them before their times are counted */
export async function hourOfSpeech(blobs: BlobAccess): Promise<readonly TimeChapterInput[]> {
  const engine = createFliteEngine({ jobs: 2 });
  try {
    const spoken = await mapLimited(
      Array.from({ length: sentences }, (_, index) => index),
      4,
      async (index) => {
        const speech = await engine.synthesize({ text: sentenceOf(index * 7), language: 'en', voice }, new AbortController().signal); // prettier-ignore
        const { pcm } = finishSpeech(speech);
        return { pcm: await blobs.write([pcm]), sampleRate: speech.sampleRate, samples: pcm.byteLength / 2 };
      },
    );
    const sampleRate = spoken[0]?.sampleRate ?? 16_000;
    return Array.from({ length: chapters }, (_, chapter) => {
      const clips: TimeChapterInput['clips'][number][] = [];
      // Steps of another length through the same sentences: no stretch of one chapter is one of another.
      const stride = [7, 11, 13, 17, 19, 23, 29, 31, 37, 41][chapter] ?? 1;
      for (let seconds = 0, at = chapter; seconds < chapterSeconds; at += stride) {
        const sound = spoken[at % sentences];
        if (sound === undefined) break;
        clips.push({ utterance: `u${clips.length}`, sounds: [{ ...sound, times: [], at: [], pauseSeconds: 0 }], pauseSeconds }); // prettier-ignore
        seconds += sound.samples / sampleRate + pauseSeconds;
      }
      return { id: `c${chapter}`, title: `Chapter ${chapter + 1}`, sampleRate, clips };
    });
  } finally {
    await engine.dispose();
  }
}
