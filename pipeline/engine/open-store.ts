import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { blobFiles } from './blob-files.ts';
import { evictFiles } from './evict.ts';
import { recordFiles } from './record-files.ts';
import type { Store } from './store.ts';
import { attempting } from './store-error.ts';
import { sweep } from './temporary-files.ts';

/**
 * The store in a folder, which is made if it is not there:
 *
 *     blobs/aa/aabbcc…    bytes, by their SHA-256
 *     records/aa/aabbcc…  JSON, by the key of the step that made it
 *     temporary/          what is not whole yet; renamed from here to its place
 *
 * Nothing is flushed to the disk by force: what a power cut tears is found when it is read, and counts as absent.
 *
 * @throws StoreError if the folder cannot be made or read.
 */
export async function openStore(folder: string): Promise<Store> {
  const root = resolve(folder); // So that a change of the working directory changes nothing.
  const blobs = join(root, 'blobs');
  const records = join(root, 'records');
  const temporary = join(root, 'temporary');
  await attempting('open the store', root, async () => {
    for (const part of [blobs, records, temporary]) await mkdir(part, { recursive: true });
    await sweep(temporary, '');
  });
  return {
    blobs: blobFiles(blobs, temporary),
    records: recordFiles(records, temporary),
    evict: (budgetBytes) => attempting('evict', root, () => evictFiles([blobs, records], budgetBytes)),
  };
}
