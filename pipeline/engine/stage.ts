import type { z } from 'zod';
import type { BlobRef } from './blob.ts';
import type { Json } from './json.ts';

/**
 * Something outside the data that changes what a stage makes: a speech engine, an encoder, a font.
 * `identity` goes into the key of every stage that needs the tool; the rest of the object is its live handle.
 */
export type Tool = { readonly identity: Json };
export type Tools = Readonly<Record<string, Tool>>;

/** What a running stage may do with the world: read and write blobs, use its tools, tell how far it is, and stop. */
export type StageContext<T extends Tools = Tools> = {
  readonly signal: AbortSignal;
  readonly tools: T;
  readonly blobs: BlobAccess;
  /** Tells how much is done; `total` in the same unit. Progress never changes a result. */
  readonly progress: (done: number, total: number) => void;
};

export type BlobAccess = {
  /** Stores bytes that arrive in pieces, without holding them all. Equal bytes are stored once. */
  write(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<BlobRef>;
  /** Stores the file that `make` writes at the path it is given (for programs that write files themselves). */
  writeFile(make: (path: string) => Promise<void>, extension?: string): Promise<BlobRef>;
  /** The content in pieces. Its digest is verified on the way; damage throws DamagedEntryError and forgets the blob. */
  read(blob: BlobRef): AsyncIterable<Uint8Array>;
  readAll(blob: BlobRef): Promise<Uint8Array>;
  /** A path for programs that read files themselves, verified first. Treat it as read-only. */
  path(blob: BlobRef): Promise<string>;
};

/** A stage: how one value becomes another. A plain value; nothing happens until `step` runs it. */
export type Stage<I, O, T extends Tools = Tools> = {
  /** Unique, and stable over releases: it is part of the key. */
  readonly name: string;
  /** Raised when equal input would give other output. */
  readonly version: number;
  /** Proves that a remembered result still is one. */
  readonly output: z.ZodType<O>;
  /** The names of the tools whose identity belongs to the key. */
  readonly tools: readonly (keyof T & string)[];
  readonly run: (input: I, context: StageContext<T>) => Promise<O>;
};
