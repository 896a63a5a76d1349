import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { canonicalJson, type Json } from '../engine/json.ts';

export const manifestFileSchema = z.strictObject({
  name: z.string(),
  edition: z.string(),
  ...blobSchema.shape,
  /** How long it is to listen to, for audio. */
  seconds: z.number().positive().exactOptional(),
  /** Lectern's version, and the identities of the voice and the encoder where they had a part in it. */
  tools: z.record(z.string(), z.json() as unknown as z.ZodType<Json>),
});
export type ManifestFile = z.output<typeof manifestFileSchema>;

/** What stands in an output folder: each file's digest, size and length, and the tools that made it. */
export const manifestSchema = z.strictObject({
  publication: z.string(),
  title: z.string(),
  files: z.array(manifestFileSchema),
});
export type Manifest = z.output<typeof manifestSchema>;

export function parseManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return manifestSchema.safeParse(value).data;
}

/** One text for one content, in whatever order the properties of its files are. */
export function formatManifest({ publication, title, files }: Manifest): string {
  const sorted = files
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, edition, sha256, bytes, seconds, tools }) => ({
      name,
      edition,
      bytes,
      sha256,
      seconds,
      tools: JSON.parse(canonicalJson(tools)) as Json,
    }));
  return `${JSON.stringify({ publication, title, files: sorted } satisfies Json, null, 2)}\n`;
}
