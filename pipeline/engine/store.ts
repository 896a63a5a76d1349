import type { BlobRef } from './blob.ts';
import type { Json } from './json.ts';
import type { BlobAccess } from './stage.ts';

/**
 * What a build remembers: results by key, and the bytes that they speak of by content. Everything in it can be made
 * again, so an entry that is damaged or gone is merely absent. Any number of processes may use one store at once.
 */
export type Store = {
  readonly blobs: BlobStore;
  readonly records: RecordStore;
  /**
   * Removes what was not used for the longest time until the rest is at most `budgetBytes`.
   * A build that runs meanwhile makes again what it then misses.
   *
   * @returns how many bytes were freed.
   */
  evict(budgetBytes: number): Promise<number>;
};

export type BlobStore = BlobAccess & {
  /** Whether the blob is there in its right size, which counts as a use. One of another size is forgotten. */
  has(blob: BlobRef): Promise<boolean>;
};

/** Small JSON values by key (a SHA-256 in hexadecimal). */
export type RecordStore = {
  /** The value, which counts as a use; `undefined` if there is none, or none that is whole. */
  read(key: string): Promise<Json | undefined>;
  /** @param text the value as JSON, where that is at hand */
  write(key: string, value: Json, text?: string): Promise<void>;
};
