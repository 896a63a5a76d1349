/** Joins the sounds and pauses of a chapter, and counts where each begins and ends. */
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { countSamples, silence } from './pcm.ts';
import { chapterAudioSchema, type Clip } from './timeline.ts';

/** One line of an utterance, as it was spoken. */
export type JoinSound = {
  readonly pcm: BlobRef;
  readonly sampleRate: number;
  readonly samples: number;
  /** Begin and end of each word, in samples from the sound's first. */
  readonly times: readonly number[];
  /** For each word, where in the utterance's written text what it voices begins and ends. */
  readonly at: readonly number[];
  /** Silence before the next sound of the utterance. */
  readonly pauseSeconds: number;
};
export type JoinClip = {
  readonly utterance: string;
  readonly target?: string;
  /** At least one. */
  readonly sounds: readonly JoinSound[];
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
  version: 2,
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
      const words: number[] = [];
      let endSample = samples;
      for (const [index, sound] of clip.sounds.entries()) {
        words.push(...wordsOf(sound, endSample));
        endSample += sound.samples;
        if (index < clip.sounds.length - 1) endSample += silentSamples(sound, sampleRate);
      }
      clips.push({
        utterance,
        ...(target !== undefined && { target }),
        beginSample: samples,
        endSample,
        words,
      });
      samples = endSample + silentSamples(clip, sampleRate);
    }

    async function* sound(): AsyncIterable<Uint8Array> {
      for (const [index, clip] of sources.entries()) {
        signal.throwIfAborted();
        for (const [number, part] of clip.sounds.entries()) {
          yield* blobs.read(part.pcm);
          yield* silence(silentSamples(number < clip.sounds.length - 1 ? part : clip, sampleRate));
        }
        progress(index + 1, sources.length);
      }
    }
    return { id, title, sampleRate, samples, pcm: await blobs.write(sound()), clips };
  },
});

/** The words of a sound that begins at `offset`, as the timeline keeps them. */
function wordsOf({ times, at }: JoinSound, offset: number): readonly number[] {
  return Array.from({ length: times.length / 2 }, (_, word) => [
    at[word * 2] ?? 0,
    at[word * 2 + 1] ?? 0,
    offset + (times[word * 2] ?? 0),
    offset + (times[word * 2 + 1] ?? 0),
  ]).flat();
}

function silentSamples({ pauseSeconds }: { readonly pauseSeconds: number }, sampleRate: number): number {
  return Math.round(pauseSeconds * sampleRate);
}

function check(clip: JoinClip, sampleRate: number): void {
  const what = `the utterance ${clip.utterance}`;
  if (clip.sounds.length === 0) throw new Error(`There is no sound of ${what}.`);
  for (const sound of clip.sounds) {
    if (sound.sampleRate !== sampleRate) {
      throw new Error(
        `The sound of ${what} has ${sound.sampleRate} samples a second, its chapter has ${sampleRate}.`,
      );
    }
    if (sound.samples !== countSamples(sound.pcm, what)) {
      throw new Error(
        `The sound of ${what} holds ${countSamples(sound.pcm, what)} samples, not ${sound.samples}.`,
      );
    }
    if (sound.samples === 0) throw new Error(`The sound of ${what} is empty.`);
    if (sound.times.length !== sound.at.length)
      throw new Error(
        `The words of ${what} have ${sound.times.length / 2} times for ${sound.at.length / 2} places.`,
      );
  }
  if (![clip, ...clip.sounds].every(({ pauseSeconds }) => pauseSeconds >= 0))
    throw new Error(`A pause of ${what} is less than nothing.`);
}
