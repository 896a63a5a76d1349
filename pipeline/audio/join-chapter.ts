/** Joins the sounds and pauses of a chapter, and counts where each begins and ends. */
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { countSamples, silence } from './pcm.ts';
import { chapterAudioSchema, type Clip } from './timeline.ts';

export type JoinClip = {
  readonly utterance: string;
  readonly target?: string;
  readonly pcm: BlobRef;
  readonly sampleRate: number;
  readonly samples: number;
  /** Silence after it; the last one's belongs to the chapter too, and parts it from the next. */
  readonly pauseSeconds: number;
};
export type JoinInput = {
  readonly id: string;
  readonly title: string;
  readonly sampleRate: number;
  readonly clips: readonly JoinClip[];
};

/**
 * The chapter begins with its first clip, at sample 0: the chapter's mark is where its heading is first heard.
 * Each pause is rounded to samples once, and all that follows is counted, so that no error adds up. A chapter without
 * clips has no samples, and is no error.
 *
 * @throws Error for a clip of another sample rate (`resample` brings it to the chapter's), one whose blob does not hold
 *   the samples it claims, and one without sound.
 */
export const joinChapter = defineStage({
  name: 'join-chapter',
  version: 1,
  output: chapterAudioSchema,
  tools: [],
  run: async (
    { id, title, sampleRate, clips: sources }: JoinInput,
    { blobs, progress, signal }: Pick<StageContext, 'blobs' | 'progress' | 'signal'>,
  ) => {
    const clips: Clip[] = [];
    let samples = 0;
    for (const clip of sources) {
      check(clip, sampleRate);
      const { utterance, target } = clip;
      const endSample = samples + clip.samples;
      clips.push({ utterance, ...(target !== undefined && { target }), beginSample: samples, endSample });
      samples = endSample + pauseSamples(clip, sampleRate);
    }

    async function* sound(): AsyncIterable<Uint8Array> {
      for (const [index, clip] of sources.entries()) {
        signal.throwIfAborted();
        yield* blobs.read(clip.pcm);
        yield* silence(pauseSamples(clip, sampleRate));
        progress(index + 1, sources.length);
      }
    }
    return { id, title, sampleRate, samples, pcm: await blobs.write(sound()), clips };
  },
});

function pauseSamples({ pauseSeconds }: JoinClip, sampleRate: number): number {
  return Math.round(pauseSeconds * sampleRate);
}

function check(clip: JoinClip, sampleRate: number): void {
  const what = `the utterance ${clip.utterance}`;
  if (clip.sampleRate !== sampleRate) {
    throw new Error(
      `The sound of ${what} has ${clip.sampleRate} samples a second, its chapter has ${sampleRate}.`,
    );
  }
  if (clip.samples !== countSamples(clip.pcm, what)) {
    throw new Error(
      `The sound of ${what} holds ${countSamples(clip.pcm, what)} samples, not ${clip.samples}.`,
    );
  }
  if (clip.samples === 0) throw new Error(`The sound of ${what} is empty.`);
  if (!(clip.pauseSeconds >= 0)) throw new Error(`The pause after ${what} is ${clip.pauseSeconds} seconds.`);
}
