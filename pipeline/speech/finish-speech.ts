import { fadeSeconds, marginsSeconds } from '../phrasing.ts';
import type { Speech, WordTiming } from './engine.ts';
import { toPcm, toSamples } from './pcm.ts';
import { soundRange } from './sound-range.ts';

/**
 * Cuts the silence around an utterance to fixed margins, fades its ends, and moves its word times along.
 * Pauses are then the script's to decide, whatever silence an engine adds. Speech without any sound stays as it is.
 */
export function finishSpeech(speech: Speech): Speech {
  const samples = toSamples(speech.pcm);
  const sound = soundRange(samples, speech.sampleRate);
  if (sound === undefined) return speech;
  const begin = Math.max(0, sound.begin - Math.round(marginsSeconds.before * speech.sampleRate));
  const end = Math.min(samples.length, sound.end + Math.round(marginsSeconds.after * speech.sampleRate));
  const kept = samples.slice(begin, end);
  fadeEnds(kept, Math.round(fadeSeconds * speech.sampleRate));
  return {
    pcm: toPcm(kept),
    sampleRate: speech.sampleRate,
    words: speech.words.map((word) => moveWord(word, begin, kept.length)),
  };
}

/** Linear, from silence at the outermost sample; in short sounds the fades meet in the middle. */
function fadeEnds(samples: Int16Array, fadeSamples: number): void {
  const length = Math.min(fadeSamples, Math.floor(samples.length / 2));
  for (let index = 0; index < length; index += 1) {
    const gain = index / length;
    const mirror = samples.length - 1 - index;
    samples[index] = Math.round((samples[index] ?? 0) * gain);
    samples[mirror] = Math.round((samples[mirror] ?? 0) * gain);
  }
}

function moveWord(word: WordTiming, offset: number, length: number): WordTiming {
  const inside = (sample: number): number => Math.min(Math.max(sample - offset, 0), length);
  return { text: word.text, beginSample: inside(word.beginSample), endSample: inside(word.endSample) };
}
