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
  const { success, data } = schema.safeParse(record);
  if (!success || !isUnchanged(data, record)) return undefined;
  for (const blob of blobsIn(record)) {
    if (!(await store.blobs.has(blob))) return undefined;
  }
  // The record and not what the schema made of it: its keys are in order, which is half the way to the next key.
  return { value: record as O };
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
  const data = checked(schema, result);
  const text = canonicalJson(data);
  const record = JSON.parse(text) as Json;
  if (!isUnchanged(data, result)) {
    throw new Error(
      'Its schema changes what it checks, so that a remembered result would be another than a fresh one.',
    );
  }
  for (const blob of blobsIn(record)) {
    if (!(await store.blobs.has(blob)))
      throw new DamagedEntryError(blob, 'is in a result, but not in the store');
  }
  await store.records.write(key, record, text);
  return record as O;
}

type Keyed = Readonly<Record<string, unknown>>;

/** Whether all that a schema gave stood so in what it was given; what it left out does not count. */
function isUnchanged(data: unknown, given: unknown): boolean {
  if (Object.is(data, given)) return true;
  if (typeof data !== 'object' || data === null || typeof given !== 'object' || given === null) return false;
  if (Array.isArray(data) !== Array.isArray(given)) return false;
  if (Array.isArray(data) && data.length !== (given as readonly unknown[]).length) return false;
  return Object.keys(data).every(
    (key) => Object.hasOwn(given, key) && isUnchanged((data as Keyed)[key], (given as Keyed)[key]),
  );
}

function checked<O>(schema: z.ZodType<O>, value: unknown): O {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `at ${path.join('.') || 'the top'}: ${message}`);
  throw new Error(`Its result does not fit its schema. ${faults.join('; ')}`, { cause: error });
}
