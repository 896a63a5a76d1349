import { z } from 'zod';
import type { BlobRef } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import { checkers, severities, type Finding } from './finding.ts';

export const findingSchema: z.ZodType<Finding> = z.strictObject({
  checker: z.enum(checkers),
  severity: z.enum(severities),
  code: z.string(),
  message: z.string(),
  place: z
    .strictObject({
      path: z.string(),
      line: z.int().exactOptional(),
      column: z.int().exactOptional(),
    })
    .exactOptional(),
});

export type InspectInput = {
  readonly file: BlobRef;
  /** Of the checkers: another one may find something else. */
  readonly checkers: string;
};

/** The quick checks of an EPUB that was made, before it is put in its place. */
export const inspectEpub = defineStage({
  name: 'inspect-epub',
  version: 3,
  output: z.strictObject({ findings: z.array(findingSchema) }),
  tools: [],
  run: async ({ file }: InspectInput, { blobs }) => {
    // Loaded where it is used: readers of archives and style sheets, and a parser in WebAssembly.
    const { quickCheck } = await import('./quick-check.ts');
    const found = await quickCheck(await blobs.path(file));
    return { findings: [...found] };
  },
});
