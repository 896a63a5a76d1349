import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { UnsayableError, type Speech, type SpeechEngine, type SpeechRequest } from './engine.ts';
import { finishSpeech } from './finish-speech.ts';
import { faultsOf } from './inspect-speech.ts';
import { joinSpeech, type SpeechPiece } from './join-speech.ts';
import type { Line } from './line.ts';
import { pauseAfter } from './pause-after.ts';
import { splitWords } from './split-words.ts';
import type { SpeechTools } from './tools.ts';
import { wordTimes } from './word-times.ts';

/** A line, and what else its sound depends on: a book may be read by several voices, so the identity is part of the input. */
export type SpeakInput = Line & { readonly identity: string };

/**
 * One spoken line: mono, signed 16 bit, little endian, without a header, its silence cut to fixed margins.
 * `times` holds begin and end of each word of the line, in samples from the first; a word without sound has no length.
 * `faults` says what sounds wrong with it, after a second try.
 */
const soundSchema = z.strictObject({
  pcm: blobSchema,
  sampleRate: z.int().positive(),
  samples: z.int().positive(),
  times: z.array(z.int().nonnegative()),
  faults: z.array(z.string()).exactOptional(),
});

/** What the voice has no sound for, and why: the author is told, and the rest of the book is spoken. */
const unsaidSchema = z.strictObject({ unsaid: z.string() });

export const spokenSchema = z.union([soundSchema, unsaidSchema]);
export type Spoken = z.output<typeof spokenSchema>;
export type Sound = z.output<typeof soundSchema>;

/** Speaks one line. One that is too long for the engine is spoken clause by clause and joined. */
export const speak = defineStage({
  name: 'speak',
  version: 3,
  output: spokenSchema,
  tools: ['speech'],
  run: async (
    line: SpeakInput,
    { tools, signal, blobs, progress }: StageContext<{ readonly speech: SpeechTools }>,
  ): Promise<Spoken> => {
    const engine = tools.speech.engineOf(line.voice);
    const requests = requestsFor(line, engine);
    const pieces: SpeechPiece[] = [];
    const faults: string[] = [];
    try {
      for (const request of requests) {
        const { speech, faults: own } = await speakWell(engine, request, signal);
        faults.push(...own);
        pieces.push({ speech, pauseSeconds: pauseAfter(request.text) });
        progress(pieces.length, requests.length);
      }
    } catch (error) {
      if (error instanceof UnsayableError) return { unsaid: error.message };
      throw error;
    }
    const { pcm, sampleRate, words } = joinSpeech(pieces);
    return {
      pcm: await blobs.write([pcm]),
      sampleRate,
      samples: pcm.byteLength / 2,
      times: wordTimes(line.text.split(' '), words),
      ...(faults.length > 0 && { faults }),
    };
  },
});

/** The line as requests that the engine can take whole. */
function requestsFor(line: SpeakInput, engine: SpeechEngine): readonly SpeechRequest[] {
  const { voice, language, tempo } = line;
  const words = line.text.split(' ');
  const phonemes = line.phonemes?.split(' ');
  const measured = words.map((text, index) => ({ text, length: (phonemes?.[index] ?? text).length }));
  let from = 0;
  return splitWords(measured, engine.longestText).map((to) => {
    const request: SpeechRequest = {
      text: words.slice(from, to).join(' '),
      ...(phonemes && { phonemes: phonemes.slice(from, to).join(' ') }),
      language,
      voice,
      ...(tempo !== undefined && { tempo }),
    };
    from = to;
    return request;
  });
}

/** Where the first try sounds wrong, a second one is made a little slower, and the better of the two is kept. */
async function speakWell(
  engine: SpeechEngine,
  request: SpeechRequest,
  signal: AbortSignal,
): Promise<{ readonly speech: Speech; readonly faults: readonly string[] }> {
  const first = await engine.synthesize(request, signal);
  const faults = faultsOf(first, request);
  if (faults.length === 0 || !engine.tempo) return { speech: finishSpeech(first), faults };
  // An engine that gives equal sound for equal requests would only repeat the fault.
  const again = { ...request, tempo: (request.tempo ?? 1) * secondTryTempo };
  const second = await engine.synthesize(again, signal);
  const left = faultsOf(second, again);
  return left.length < faults.length
    ? { speech: finishSpeech(second), faults: left }
    : { speech: finishSpeech(first), faults };
}

const secondTryTempo = 0.95;
