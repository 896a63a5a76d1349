import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import type { Json } from '../engine/json.ts';

/** What stands in an output folder: each file's digest, size and length, and the tools that made it. */
export const manifestSchema = z.strictObject({
  publication: z.string(),
  title: z.string(),
  files: z.array(
    z.strictObject({
      name: z.string(),
      edition: z.string(),
      ...blobSchema.shape,
      /** How long it is to listen to, for audio. */
      seconds: z.number().positive().exactOptional(),
      /** Lectern's version, and the identities of the voice and the encoder where they had a part in it. */
      tools: z.record(z.string(), z.json() as unknown as z.ZodType<Json>),
    }),
  ),
});
export type Manifest = z.output<typeof manifestSchema>;
export type ManifestFile = Manifest['files'][number];

export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return manifestSchema.safeParse(value).data;
}

export function formatManifest(manifest: Manifest): string {
  const sorted = [...manifest.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${JSON.stringify({ ...manifest, files: sorted } satisfies Json, null, 2)}\n`;
}
