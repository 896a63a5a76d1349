import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage, type NoTools } from '../engine/define-stage.ts';
import type { StageContext } from '../engine/stage.ts';
import type { EpubInput } from './epub-input.ts';

const epubSchema = z.strictObject({
  file: blobSchema,
  /** Pages: the cover, the contents and the chapters. */
  contentFiles: z.int().positive(),
});

/** The publication as one EPUB 3.3 (w3.org/TR/epub-33). */
export const makeEpub = defineStage({
  name: 'epub',
  version: 6,
  output: epubSchema,
  tools: [],
  run: async (input: EpubInput, context: StageContext<NoTools>) => {
    // Loaded where it is used: a build that recalls the EPUB packs none.
    const { packEpub } = await import('./pack-epub.ts');
    return packEpub(input, context);
  },
});
