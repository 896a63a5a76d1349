import { z } from 'zod';
import { blobSchema } from '../engine/blob.ts';
import { defineStage } from '../engine/define-stage.ts';
import type { BlobAccess } from '../engine/stage.ts';
import type { ZipEntry } from '../zip/pack-entry.ts';
import { zipArchive } from '../zip/zip-archive.ts';
import { entryPage } from './entry-page.ts';
import type { LpfInput } from './lpf-input.ts';
import { entryPageName, manifestName, packageFiles } from './package-files.ts';
import { publicationManifest } from './publication-manifest.ts';

/**
 * A W3C audiobook in one file (https://www.w3.org/TR/lpf/). Its bytes depend on the input alone; sound is copied in pieces.
 *
 * @throws RangeError for more than an archive without ZIP64 holds: 4 GB
 */
export const makeLpf = defineStage({
  name: 'make-lpf',
  version: 1,
  output: z.strictObject({ file: blobSchema }),
  tools: [],
  run: async (input: LpfInput, { blobs, signal }) => ({
    file: await blobs.write(zipArchive(entriesOf(input, blobs), signal)),
  }),
});

/** The manifest first, where a reader that is sent the file piece by piece finds it at once. */
function entriesOf(input: LpfInput, blobs: BlobAccess): readonly ZipEntry[] {
  const files = packageFiles(input);
  const { chapters, cover } = files;
  const text = (name: string, content: string): ZipEntry => ({
    name,
    deflate: true,
    read: () => [Buffer.from(content)],
  });
  const stored = [...(cover ? [cover] : []), ...chapters.flatMap(({ texts, audio }) => [...texts, audio])];
  return [
    text(manifestName, `${JSON.stringify(publicationManifest(input, files), null, 2)}\n`),
    text(entryPageName, entryPage(input, files)),
    // What is sound or a picture is as small as it gets (LPF, 2.3).
    ...stored.map(({ name, mediaType, blob }) => ({
      name,
      deflate: mediaType.startsWith('text/'),
      read: () => blobs.read(blob),
    })),
  ];
}
