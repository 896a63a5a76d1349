import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../pipeline/engine/open-store.ts';
import type { Store } from '../../../pipeline/engine/store.ts';

/** A folder that is gone when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store on disk that is gone when the test ends; its `blobs` are what a stage's context gives. */
export async function temporaryStore(): Promise<Store & { readonly folder: string }> {
  const folder = await temporaryFolder();
  return { ...(await openStore(folder)), folder };
}

/** The files below a part of a store's folder, as paths. */
export async function filesIn(
  folder: string,
  part: 'blobs' | 'records' | 'temporary',
): Promise<readonly string[]> {
  const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}
