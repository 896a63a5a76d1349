import type { Speech, SpeechRequest } from './engine.ts';
import { toSamples } from './pcm.ts';
import { soundRange } from './sound-range.ts';

/** What a voice may do without being suspected of dropping or inventing words. */
export const bounds = {
  /** Phonemes a second of sound, pauses included, where the voice takes phonemes. */
  phonemesPerSecond: { least: 4, most: 27 },
  /** Letters a second of sound, pauses included; a digit counts as four. */
  lettersPerSecond: { least: 4, most: 45 },
  /** Shorter utterances have too few sounds for a rate to tell anything. */
  unitsForRate: 12,
  /** The longest silence inside an utterance, in seconds. */
  silenceSeconds: 1.6,
  /** Samples in a row at full scale. */
  clippedSamples: 6,
} as const;

/**
 * What sounds wrong with an utterance, in a phrase each; empty where nothing does. Cheap, and needs no recogniser: the rate of
 * speech, sound where the first and the last word lie, clipping, and long silence inside.
 */
export function faultsOf(speech: Speech, request: SpeechRequest): readonly string[] {
  const samples = toSamples(speech.pcm);
  const sound = soundRange(samples, speech.sampleRate);
  if (sound === undefined) return ['it is silent'];
  return [
    ...rateFault((sound.end - sound.begin) / speech.sampleRate, request),
    ...endFaults(samples, speech),
    ...clippingFault(samples),
    ...silenceFault(samples.subarray(sound.begin, sound.end), speech.sampleRate),
  ];
}

function rateFault(seconds: number, { text, phonemes, tempo = 1 }: SpeechRequest): readonly string[] {
  const units = phonemes === undefined ? lettersIn(text) : soundsIn(phonemes);
  if (units < bounds.unitsForRate) return [];
  const { least, most } = phonemes === undefined ? bounds.lettersPerSecond : bounds.phonemesPerSecond;
  const rate = units / seconds / tempo;
  if (rate > most) return ['it is too short for its words'];
  return rate < least ? ['it is too long for its words'] : [];
}

function lettersIn(text: string): number {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return count(/\p{L}/gu) + 4 * count(/\p{N}/gu);
}

/** Stress, length and punctuation take no time of their own. */
function soundsIn(phonemes: string): number {
  return phonemes.match(/(?![ˈˌː])[\p{L}ᵊᵻ]/gu)?.length ?? 0;
}

/** A dropped first or last word leaves its time silent. Only words with a time of their own can be judged. */
function endFaults(samples: Int16Array, { words }: Speech): readonly string[] {
  const timed = words.filter(({ beginSample, endSample }) => endSample > beginSample);
  const loudest = peak(samples);
  const silent = (word: (typeof timed)[number] | undefined): boolean =>
    word !== undefined && peak(samples.subarray(word.beginSample, word.endSample)) < loudest * 0.02;
  return [
    ...(silent(timed[0]) ? ['its first word cannot be heard'] : []),
    ...(timed.length > 1 && silent(timed.at(-1)) ? ['its last word cannot be heard'] : []),
  ];
}

function peak(samples: Int16Array): number {
  let most = 0;
  // By index, here and below: every sample of a book goes through these loops, and an iterator takes four times as long.
  for (let index = 0; index < samples.length; index++)
    most = Math.max(most, Math.abs(samples[index] as number));
  return most;
}

function clippingFault(samples: Int16Array): readonly string[] {
  let run = 0;
  for (let index = 0; index < samples.length; index++) {
    run = Math.abs(samples[index] as number) >= 32_767 ? run + 1 : 0;
    if (run >= bounds.clippedSamples) return ['it is clipped'];
  }
  return [];
}

/** @param samples from the first sound to the last */
function silenceFault(samples: Int16Array, sampleRate: number): readonly string[] {
  const quiet = peak(samples) * 0.01;
  const longest = bounds.silenceSeconds * sampleRate;
  let run = 0;
  for (let index = 0; index < samples.length; index++) {
    run = Math.abs(samples[index] as number) <= quiet ? run + 1 : 0;
    if (run > longest) return ['there is a long silence in it'];
  }
  return [];
}
