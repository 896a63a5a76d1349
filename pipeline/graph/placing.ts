import path from 'node:path';
import { replaceFiles } from '../engine/replace-files.ts';
import type { BlobAccess } from '../engine/stage.ts';
import type { PlacedFile, Tell } from '../events.ts';
import { placeOutputs, type Output } from '../report/place-outputs.ts';
import type { Publication } from '../source/publication.ts';

type PlacingOptions = {
  /** Gets a folder of the publication's name. */
  readonly out: string;
  readonly editions: ReadonlySet<string>;
  readonly signal: AbortSignal;
  readonly tell: Tell;
};

/** The last that a build does: what it made is put in place, and told. */
export async function placeBook(
  blobs: BlobAccess,
  { slug, metadata, folder: source }: Publication,
  outputs: readonly Output[],
  { out, tell, signal, editions }: PlacingOptions,
): Promise<void> {
  const folder = path.join(out, slug);
  if (path.resolve(folder) === source)
    throw new Error(
      `The output would be written into the publication itself, at ${folder}: name another folder with --out.`,
    );
  await placeOutputs(folder, { publication: slug, title: metadata.title }, outputs, {
    blobs,
    replaceFiles,
    signal,
    editions,
  });
  const files = outputs.map(({ name, bytes, seconds }): PlacedFile => ({
    name,
    bytes,
    ...(seconds !== undefined && { seconds }),
  }));
  tell({ type: 'placed', publication: slug, folder, files });
}
