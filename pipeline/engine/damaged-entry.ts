import type { BlobRef } from './blob.ts';

/**
 * A blob was damaged or gone when its bytes were wanted. The store has forgotten it by then, so that the step that
 * made it runs again when the graph is run again; `runBuild` does that.
 */
export class DamagedEntryError extends Error {
  override readonly name = 'DamagedEntryError';
  readonly blob: BlobRef;
  constructor(blob: BlobRef, found: string, options?: ErrorOptions) {
    super(
      `Blob ${blob.sha256.slice(0, 12)} of ${blob.bytes} bytes ${found}; it must be made again.`,
      options,
    );
    this.blob = blob;
  }
}

/** Whether an error, or what caused it, is damage in the store. */
export function isDamage(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DamagedEntryError) return true;
  }
  return false;
}
