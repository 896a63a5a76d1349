import type { BlobRef } from './blob.ts';

const hexadecimal = /^[0-9a-f]{64}$/;

/** Every reference to a blob in a value, in order; `blobSchema` says what a reference looks like. */
export function blobsIn(value: unknown): readonly BlobRef[] {
  const found: BlobRef[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: BlobRef[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isBlobRef(value)) found.push(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, found);
  else for (const item of Object.values(value)) collect(item, found);
}

/** The same test as `blobSchema`, by hand: it is done for every object of every recalled value. */
function isBlobRef(value: object): value is BlobRef {
  const { sha256, bytes } = value as { readonly [K in keyof BlobRef]?: unknown };
  return (
    typeof sha256 === 'string' &&
    Number.isSafeInteger(bytes) &&
    (bytes as number) >= 0 &&
    hexadecimal.test(sha256) &&
    Object.keys(value).length === 2
  );
}
