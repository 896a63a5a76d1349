/** What the store remembers of a stage's results, and when a memory is good. */
import type { z } from 'zod';
import { blobsIn } from './blobs-in.ts';
import { DamagedEntryError } from './damaged-entry.ts';
import { canonicalJson, type Json } from './json.ts';
import type { Store } from './store.ts';

/** The remembered result, if it is whole, still fits the schema, and every blob that it names is there. */
export async function recall<O>(
  store: Store,
  key: string,
  schema: z.ZodType<O>,
): Promise<{ value: O } | undefined> {
  const record = await store.records.read(key);
  if (record === undefined) return undefined;
  const { success, data: value } = schema.safeParse(record);
  if (!success) return undefined;
  for (const blob of blobsIn(value)) {
    if (!(await store.blobs.has(blob))) return undefined;
  }
  return { value };
}

/**
 * Checks a result and remembers it.
 *
 * @returns the value just as `recall` will give it, key order included, so that nothing can depend on which it was.
 * @throws Error if the result does not fit the schema or is not JSON; DamagedEntryError if it names an absent blob.
 */
export async function remember<O>(
  store: Store,
  key: string,
  schema: z.ZodType<O>,
  result: unknown,
): Promise<O> {
  const text = canonicalJson(checked(schema, result));
  const record = JSON.parse(text) as Json;
  const value = checked(schema, record);
  if (canonicalJson(value) !== text) {
    throw new Error(
      'Its schema changes what it checks, so that a remembered result would be another than a fresh one.',
    );
  }
  for (const blob of blobsIn(value)) {
    if (!(await store.blobs.has(blob)))
      throw new DamagedEntryError(blob, 'is in a result, but not in the store');
  }
  await store.records.write(key, record);
  return value;
}

function checked<O>(schema: z.ZodType<O>, value: unknown): O {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `at ${path.join('.') || 'the top'}: ${message}`);
  throw new Error(`Its result does not fit its schema. ${faults.join('; ')}`, { cause: error });
}
