/** Sets the sounds and pauses of a chapter behind each other, and counts where each begins and ends. */
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import { chooseCuts, type Candidate } from './chunks/choose-cuts.ts';
import { gridOf } from './chunks/grid.ts';
import { countSamples } from './pcm.ts';
import { chapterAudioSchema, type Clip } from './timeline.ts';

/** One line of an utterance, as it was spoken. */
export type TimeSound = {
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
export type TimeClip = {
  readonly utterance: string;
  readonly target?: string;
  /** At least one. */
  readonly sounds: readonly TimeSound[];
  /** Silence after it; the last one's belongs to the chapter too, and parts it from the next. */
  readonly pauseSeconds: number;
  /** The page has it in another place than the ear, so that it begins a chunk of its own. */
  readonly apart?: boolean;
};
export type TimeChapterInput = {
  readonly id: string;
  readonly title: string;
  readonly sampleRate: number;
  readonly clips: readonly TimeClip[];
};

/**
 * The chapter begins with its first clip, at sample 0: the chapter's mark is where its heading is first heard.
 * Each pause is rounded to samples once, and all that follows is counted, so that no error adds up. Where the chapter is cut
 * into chunks to be encoded, the pause becomes so much longer (192 ms at the most) that the chunk is a whole number of frames. A
 * chapter without clips has no samples, and is no error.
 *
 * @throws Error for a clip of another sample rate (`resample` brings it to the chapter's), one whose blob does not hold
 *   the samples it claims, and one without sound.
 */
export const timeChapter = defineStage({
  name: 'time-chapter',
  version: 1,
  output: chapterAudioSchema,
  tools: [],
  run: ({ id, title, sampleRate, clips: sources }: TimeChapterInput) => {
    for (const clip of sources) check(clip, sampleRate);
    const grid = gridOf(sampleRate);
    const cutAfter = new Set(chooseCuts(candidatesOf(sources, sampleRate), sampleRate));
    const clips: Clip[] = [];
    const sounds: { pcm: BlobRef; beginSample: number }[] = [];
    const cuts: number[] = [];
    let samples = 0;
    for (const [number, clip] of sources.entries()) {
      const { utterance, target } = clip;
      const words: number[] = [];
      let endSample = samples;
      for (const [index, sound] of clip.sounds.entries()) {
        words.push(...wordsOf(sound, endSample));
        sounds.push({ pcm: sound.pcm, beginSample: endSample });
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
      if (!cutAfter.has(number)) continue;
      const least = endSample + Math.round(LEAST_SILENCE_SECONDS * sampleRate);
      samples = Math.ceil(Math.max(samples, least) / grid) * grid;
      cuts.push(samples);
    }
    return Promise.resolve({ id, title, sampleRate, samples, sounds, cuts, clips });
  },
});

function candidatesOf(sources: readonly TimeClip[], sampleRate: number): readonly Candidate[] {
  let sample = 0;
  return sources.map((clip, index) => {
    const { sounds, pauseSeconds } = clip;
    sample += silentSamples(clip, sampleRate);
    for (const [number, sound] of sounds.entries())
      sample += sound.samples + (number < sounds.length - 1 ? silentSamples(sound, sampleRate) : 0);
    return {
      sample,
      pauseSeconds,
      mark: sounds.at(-1)?.pcm.sha256 ?? '',
      must: sources[index + 1]?.apart ?? false,
    };
  });
}

/** Frames that are left away at a joint must be silent: two of each codec fit in here. */
const LEAST_SILENCE_SECONDS = 0.06;

/** The words of a sound that begins at `offset`, as the timeline keeps them. */
function wordsOf({ times, at }: TimeSound, offset: number): readonly number[] {
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

function check(clip: TimeClip, sampleRate: number): void {
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
