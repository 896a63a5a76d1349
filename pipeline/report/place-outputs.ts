import { createWriteStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobRef } from '../engine/blob.ts';
import type { BlobAccess } from '../engine/stage.ts';
import { formatManifest, parseManifest, type Manifest, type ManifestFile } from './manifest.ts';

/** Puts the files that `make` writes into a staging folder over those of `folder`, all or none (engine/replace-files.ts). */
type ReplaceFiles = (folder: string, make: (staging: string) => Promise<readonly string[]>) => Promise<void>;

export type Output = ManifestFile & { readonly blob: BlobRef };

/**
 * Puts the outputs of a publication in place together, with a manifest that says what they are. Editions that this
 * build was not asked for stay as they were, in the folder and in the manifest.
 */
export async function placeOutputs(
  folder: string,
  publication: Pick<Manifest, 'publication' | 'title'>,
  outputs: readonly Output[],
  {
    blobs,
    replaceFiles,
    signal,
  }: { readonly blobs: BlobAccess; readonly replaceFiles: ReplaceFiles; readonly signal: AbortSignal },
): Promise<void> {
  const made = new Set(outputs.map(({ name }) => name));
  const kept = (await earlierFiles(folder)).filter(({ name }) => !made.has(name));
  const files: readonly ManifestFile[] = [...kept, ...outputs.map(({ blob: _blob, ...file }) => file)];
  await replaceFiles(folder, async (staging) => {
    for (const { name, blob } of outputs) {
      await pipeline(Readable.from(blobs.read(blob)), createWriteStream(path.join(staging, name)), {
        signal,
      });
    }
    await writeFile(
      path.join(staging, 'manifest.json'),
      formatManifest({ ...publication, files: [...files] }),
    );
    // The manifest last: what it names is then there.
    return [...outputs.map(({ name }) => name), 'manifest.json'];
  });
}

/** What an earlier build made and is still there. */
async function earlierFiles(folder: string): Promise<readonly ManifestFile[]> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => '');
  const files: ManifestFile[] = [];
  for (const file of parseManifest(text)?.files ?? []) {
    if (file.name !== path.basename(file.name)) continue;
    const found = await stat(path.join(folder, file.name)).catch(() => undefined);
    if (found?.isFile() && found.size === file.bytes) files.push(file);
  }
  return files;
}
