/** A store for one test, in a folder that goes when the test is over. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { BlobAccess, StageContext, Tools } from '../../pipeline/engine/stage.ts';

export type TemporaryBlobs = BlobAccess & {
  /** For the test's own files. */
  readonly folder: string;
  /** The names of the files that are no blobs: what something left behind. */
  strays(): Promise<readonly string[]>;
};

export async function temporaryBlobs(): Promise<TemporaryBlobs> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern blobs-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { blobs } = await openStore(join(folder, 'store'));
  return { ...blobs, folder, strays: () => readdir(join(folder, 'store', 'temporary')) };
}

/** What a stage runs in, with nothing that remembers. */
export function contextOf<T extends Tools>(
  blobs: BlobAccess,
  tools: T,
  signal: AbortSignal = new AbortController().signal,
): StageContext<T> {
  return { blobs, tools, signal, progress: () => undefined };
}
