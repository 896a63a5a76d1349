import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import { UnsayableError, type Speech } from './engine.ts';
import { finishSpeech } from './finish-speech.ts';
import { joinSpeech } from './join-speech.ts';
import { splitAtClauses } from './split-clauses.ts';
import type { VoiceTool } from './tools.ts';

/** An utterance, less what does not change its sound. The language is BCP 47. */
export type SpeakInput = { readonly text: string; readonly language: string };

/**
 * One spoken utterance: mono, signed 16 bit, little endian, without a header, its silence cut to fixed margins.
 * Samples count from its first. Words are those that are heard, in their order, as they are written.
 */
const soundSchema = z.strictObject({
  pcm: blobSchema,
  sampleRate: z.int().positive(),
  samples: z.int().positive(),
  words: z.array(
    z.strictObject({
      text: z.string(),
      beginSample: z.int().nonnegative(),
      endSample: z.int().nonnegative(),
    }),
  ),
});

/** What the voice has no sound for, and why: the author is told, and the rest of the book is spoken. */
const unsaidSchema = z.strictObject({ unsaid: z.string() });

export const spokenSchema = z.union([soundSchema, unsaidSchema]);
export type Spoken = z.output<typeof spokenSchema>;

/** Speaks one utterance. A text that is too long for the engine is spoken clause by clause and joined. */
export const speak = defineStage({
  name: 'speak',
  version: 2,
  output: spokenSchema,
  tools: ['voice'],
  run: async (
    { text, language }: SpeakInput,
    { tools, signal, blobs, progress }: StageContext<{ readonly voice: VoiceTool }>,
  ): Promise<Spoken> => {
    const { engine, voice } = tools.voice;
    const pieces = splitAtClauses(text, engine.longestText);
    const spoken: Speech[] = [];
    try {
      for (const piece of pieces) {
        const speech = await engine.synthesize({ text: piece, language, voice: voice.id }, signal);
        spoken.push(finishSpeech(speech));
        progress(spoken.length, pieces.length);
      }
    } catch (error) {
      if (error instanceof UnsayableError) return { unsaid: error.message };
      throw error;
    }
    const { pcm, sampleRate, words } = joinSpeech(spoken);
    return { pcm: await blobs.write([pcm]), sampleRate, samples: pcm.byteLength / 2, words: [...words] };
  },
});
