import { z } from 'zod';
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import type { Recogniser } from './recogniser/open-recogniser.ts';

/** One spoken line, as `speak` gave it. */
export type TranscribeInput = { readonly pcm: BlobRef; readonly sampleRate: number };

const transcriptSchema = z.strictObject({ heard: z.string() });

/** What the recogniser hears in one spoken line; empty where it hears no words. */
export const transcribe = defineStage({
  name: 'transcribe',
  version: 1,
  output: transcriptSchema,
  tools: ['recogniser'],
  run: async (
    { pcm, sampleRate }: TranscribeInput,
    { tools, signal, blobs }: StageContext<{ readonly recogniser: Recogniser }>,
  ) => ({ heard: await tools.recogniser.hear({ pcm: await blobs.readAll(pcm), sampleRate }, signal) }),
});
