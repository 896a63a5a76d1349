import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobRef } from '../engine/blob.ts';
import { sha256OfFile } from '../engine/digest.ts';
import type { Obsolete } from '../engine/replace-files.ts';
import type { BlobAccess } from '../engine/stage.ts';
import { formatManifest, parseManifest, type Manifest, type ManifestFile } from './manifest.ts';
import { isOutputName } from './output-name.ts';

/** Puts the files that `make` writes into a staging folder over those of `folder`, all or none (engine/replace-files.ts). */
type ReplaceFiles = (
  folder: string,
  make: (staging: string) => Promise<readonly string[]>,
  others: { readonly obsolete: readonly Obsolete[]; readonly standing: readonly string[] },
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
 * build was not asked for stay as they were, in the folder and in the manifest; so do files that hold already what they should.
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
  const there = await readFolder(folder);
  const earlier = there.files.filter(({ name }) => !made.has(name));
  const kept = earlier.filter(({ edition }) => !editions.has(edition));
  const obsolete = earlier.filter(({ edition }) => editions.has(edition));
  const files: readonly ManifestFile[] = [...kept, ...outputs.map(({ blob: _blob, ...file }) => file)];
  const manifest = formatManifest({ ...publication, files: [...files] });
  const held = new Map(there.files.map(({ name, sha256 }) => [name, sha256]));
  const fresh = outputs.filter(({ name, sha256 }) => held.get(name) !== sha256);
  const standing = outputs.filter((output) => !fresh.includes(output)).map(({ name }) => name);
  const make = async (staging: string): Promise<readonly string[]> => {
    for (const { name, blob } of fresh) {
      const file = path.join(staging, name);
      await mkdir(path.dirname(file), { recursive: true });
      await pipeline(Readable.from(blobs.read(blob)), createWriteStream(file), { signal });
    }
    if (fresh.length === 0 && there.isSettled && manifest === there.manifest) return [];
    await writeFile(path.join(staging, 'manifest.json'), manifest);
    // The manifest last: what it names is then there, and every later change of a file is later than it.
    return [...fresh.map(({ name }) => name), 'manifest.json'];
  };
  await replaceFiles(folder, make, { obsolete, standing });
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

type There = {
  /** As it stands there; empty where there is none. */
  readonly manifest: string;
  /** What an earlier build made and still holds what it held then. */
  readonly files: readonly ManifestFile[];
  /** Whether that could be seen without reading them. */
  readonly isSettled: boolean;
};

async function readFolder(folder: string): Promise<There> {
  const manifest = path.join(folder, 'manifest.json');
  const text = await readFile(manifest, 'utf8').catch(() => '');
  const placed = await lstat(manifest, { bigint: true }).catch(() => undefined);
  const files: ManifestFile[] = [];
  let isSettled = true;
  for (const file of parseManifest(text)?.files ?? []) {
    if (!isOutputName(file.name)) continue;
    // What lies behind a link is not ours.
    const above = await lstat(path.join(folder, path.dirname(file.name))).catch(() => undefined);
    const isLinked = file.name.includes('/') && above?.isDirectory() !== true;
    const found = await lstat(path.join(folder, file.name), { bigint: true }).catch(() => undefined);
    if (isLinked || !found?.isFile() || found.size !== BigInt(file.bytes)) continue;
    // The time at which the system saw a file change cannot be set, and the manifest was put in place after what it names: what
    // is not older may have been touched since, or the folder was copied.
    const isUntouched = placed !== undefined && found.ctimeNs < placed.ctimeNs;
    isSettled &&= isUntouched;
    if (
      isUntouched ||
      (await sha256OfFile(path.join(folder, file.name)).catch(() => undefined)) === file.sha256
    )
      files.push(file);
  }
  return { manifest: text, files, isSettled };
}
