import { readFile } from 'node:fs/promises';
import type { BlobRef } from '../engine/blob.ts';
import type { Place, Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { resolveInside, type Inside, type Refusal } from './inside.ts';
import type { ImageFile } from '../document/model.ts';

/** A reference to an image, as an author wrote it. */
export type ImageUse = { readonly place: Place; readonly written: string };

/** `path` is undefined where the image cannot be used; a problem says why. */
export type ReadImages = {
  readonly images: readonly ImageFile[];
  /** From the file and the words of a reference to the image's path. */
  readonly resolved: readonly { readonly file: string; readonly written: string; readonly path: string }[];
  readonly problems: readonly Problem[];
};

/** Larger images are taken for a mistake. */
const largestImageBytes = 64 * 1024 * 1024;

/**
 * Reads the images that are referred to, and only those; each once, from inside the publication's folder alone.
 *
 * @param store puts bytes into the store
 */
export async function readImages(
  folder: string,
  uses: readonly ImageUse[],
  store: (bytes: Uint8Array) => Promise<BlobRef>,
): Promise<ReadImages> {
  const read = new Map<string, { image?: ImageFile; problems: readonly Problem[] }>();
  const resolutions = new Map<string, Inside>();
  const resolved = new Map<string, { file: string; written: string; path: string }>();
  const found: Problem[] = [];
  for (const use of uses) {
    const key = `${use.place.file}\0${use.written}`;
    let inside = resolutions.get(key);
    if (!inside) resolutions.set(key, (inside = await resolveInside(folder, use.place.file, use.written)));
    if ('refused' in inside) {
      found.push(refusal(use, inside.refused));
      continue;
    }
    let entry = read.get(inside.path);
    if (!entry)
      read.set(inside.path, (entry = await readImage(inside.path, inside.absolute, use.place, store)));
    if (entry.image) resolved.set(key, { file: use.place.file, written: use.written, path: inside.path });
  }
  return {
    images: [...read.values()].flatMap(({ image }) => image ?? []),
    resolved: [...resolved.values()],
    problems: [...found, ...[...read.values()].flatMap((entry) => entry.problems)],
  };
}

function refusal({ place, written }: ImageUse, why: Refusal): Problem {
  const shown = written.length > 80 ? `${written.slice(0, 80)}…` : written;
  if (why === 'address') return problems.imageRemote(place, shown);
  if (why === 'outside') return problems.imageOutside(place, shown);
  return why === 'missing'
    ? problems.imageMissing(place, shown)
    : problems.imageUnreadable(place, shown, 'it is not a file');
}

async function readImage(
  path: string,
  absolute: string,
  place: Place,
  store: (bytes: Uint8Array) => Promise<BlobRef>,
): Promise<{ image?: ImageFile; problems: readonly Problem[] }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(absolute);
  } catch (cause) {
    return {
      problems: [
        problems.imageUnreadable(place, path, cause instanceof Error ? cause.message : String(cause)),
      ],
    };
  }
  if (bytes.length > largestImageBytes)
    return { problems: [problems.imageTooLarge(place, path, bytes.length, largestImageBytes)] };
  // Loaded where it is used: many books have no pictures.
  const { inspectImage } = await import('./inspect-image.ts');
  const inspected = inspectImage(bytes);
  if ('fault' in inspected) return { problems: [problems.imageUnreadable(place, path, inspected.fault)] };
  const { mediaType, width, height, removed } = inspected;
  const image = { path, mediaType, width, height, blob: await store(inspected.bytes) };
  return { image, problems: removed.length > 0 ? [problems.svgCleaned({ file: path }, removed)] : [] };
}
