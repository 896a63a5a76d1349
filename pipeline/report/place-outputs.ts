import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobRef } from '../engine/blob.ts';
import type { Obsolete } from '../engine/replace-files.ts';
import type { BlobAccess } from '../engine/stage.ts';
import { formatManifest, parseManifest, type Manifest, type ManifestFile } from './manifest.ts';
import { isOutputName } from './output-name.ts';

/** Puts the files that `make` writes into a staging folder over those of `folder`, all or none (engine/replace-files.ts). */
type ReplaceFiles = (
  folder: string,
  make: (staging: string) => Promise<readonly string[]>,
  obsolete: readonly Obsolete[],
) => Promise<void>;

/** `name` may have one folder: `podcast/01-arrival.mp3`. */
export type Output = ManifestFile & { readonly blob: BlobRef };

export type PlaceOptions = {
  readonly blobs: BlobAccess;
  readonly replaceFiles: ReplaceFiles;
  readonly signal: AbortSignal;
  /** Editions that this build made whole: what an earlier build made of them and this one did not is removed. */
  readonly editions?: ReadonlySet<string>;
};

/**
 * Puts the outputs of a publication in place together, with a manifest that says what they are. Editions that this
 * build was not asked for stay as they were, in the folder and in the manifest.
 *
 * @throws TypeError for a name that no output may have, or that two of them have.
 */
export async function placeOutputs(
  folder: string,
  publication: Pick<Manifest, 'publication' | 'title'>,
  outputs: readonly Output[],
  { blobs, replaceFiles, signal, editions = new Set() }: PlaceOptions,
): Promise<void> {
  proveNames(outputs);
  const made = new Set(outputs.map(({ name }) => name));
  const earlier = (await earlierFiles(folder)).filter(({ name }) => !made.has(name));
  const kept = earlier.filter(({ edition }) => !editions.has(edition));
  const obsolete = earlier.filter(({ edition }) => editions.has(edition));
  const files: readonly ManifestFile[] = [...kept, ...outputs.map(({ blob: _blob, ...file }) => file)];
  const make = async (staging: string): Promise<readonly string[]> => {
    for (const { name, blob } of outputs) {
      const file = path.join(staging, name);
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(Readable.from(blobs.read(blob)), createWriteStream(file), { signal });
    }
    await writeFile(
      path.join(staging, 'manifest.json'),
      formatManifest({ ...publication, files: [...files] }),
    );
    // The manifest last: what it names is then there.
    return [...outputs.map(({ name }) => name), 'manifest.json'];
  };
  await replaceFiles(folder, make, obsolete);
}

function proveNames(outputs: readonly Output[]): void {
  // Not every file system tells upper from lower case, nor one way to write an accent from another.
  const taken = new Set(['manifest.json']);
  for (const { name } of outputs) {
    if (!isOutputName(name)) throw new TypeError(`“${name}” is no name for an output.`);
    const folded = name.normalize('NFC').toLowerCase();
    if (taken.has(folded)) throw new TypeError(`Two outputs are called “${name}”.`);
    taken.add(folded);
  }
}

/** What an earlier build made and is still there. */
async function earlierFiles(folder: string): Promise<readonly ManifestFile[]> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => '');
  const files: ManifestFile[] = [];
  for (const file of parseManifest(text)?.files ?? []) {
    if (!isOutputName(file.name)) continue;
    // What lies behind a link is not ours.
    const above = await lstat(path.join(folder, path.dirname(file.name))).catch(() => undefined);
    const isLinked = file.name.includes('/') && above?.isDirectory() !== true;
    const found = await lstat(path.join(folder, file.name)).catch(() => undefined);
    if (!isLinked && found?.isFile() && found.size === file.bytes) files.push(file);
  }
  return files;
}
