import type { Speech, SpeechEngine, SpeechRequest, Voice, WordTiming } from '../../pipeline/speech/engine.ts';
import { SpeechError, UnsayableError } from '../../pipeline/speech/engine.ts';
import { toPcm } from '../../pipeline/speech/pcm.ts';

export type ToneEngine = SpeechEngine & {
  /** Everything it was asked to say, in order. */
  readonly requests: readonly SpeechRequest[];
};

export const toneVoice: Voice = {
  id: 'tone/plain',
  engine: 'tone',
  name: 'plain',
  languages: ['en', 'ru', 'de'],
  sampleRate: 16_000,
  licence: 'CC0-1.0',
};

/** Silence before the first tone and after the last, as engines have it. */
export const toneSilenceSamples = { before: 1600, between: 320, after: 2400 };

/**
 * An engine for tests, in this process and at once: a tone for each word, 30 ms a letter, its pitch by the word.
 * Its word times are exact. Equal requests give equal samples.
 *
 * @param options.identity whatever should make another key
 */
export function createToneEngine(
  options: { readonly identity?: string; readonly longestText?: number } = {},
): ToneEngine {
  const requests: SpeechRequest[] = [];
  return {
    name: 'tone',
    deterministic: true,
    timings: 'word',
    tempo: false,
    longestText: options.longestText ?? 10_000,
    requests,
    voices: () => Promise.resolve([toneVoice]),
    identity: (voice) =>
      Promise.resolve({ engine: 'tone', voice: voice.name, is: options.identity ?? 'tone' }),
    synthesize: async (request, signal) => {
      // Other work gets its turn, as it does while a real engine computes.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      if (request.voice !== toneVoice.id)
        throw new SpeechError(`tone has no voice "${request.voice}".`, { transient: false });
      requests.push(request);
      return playTones(request.text);
    },
    dispose: () => Promise.resolve(),
  };
}

function playTones(text: string): Speech {
  const spoken = text.split(/[\s\p{Cc}]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (spoken.length === 0) throw new UnsayableError('There is nothing to say.');
  const words: WordTiming[] = [];
  let at = toneSilenceSamples.before;
  for (const word of spoken) {
    const endSample = at + word.length * Math.round(toneVoice.sampleRate * 0.03);
    words.push({ text: word, beginSample: at, endSample });
    at = endSample + toneSilenceSamples.between;
  }
  const samples = new Int16Array(at - toneSilenceSamples.between + toneSilenceSamples.after);
  for (const { text: word, beginSample, endSample } of words) {
    const hertz = 200 + (Buffer.from(word).reduce((sum, byte) => sum * 31 + byte, 7) % 600);
    for (let index = beginSample; index < endSample; index += 1)
      samples[index] = Math.round(
        8000 * Math.cos((2 * Math.PI * hertz * (index - beginSample)) / toneVoice.sampleRate),
      );
  }
  return { pcm: toPcm(samples), sampleRate: toneVoice.sampleRate, words };
}
