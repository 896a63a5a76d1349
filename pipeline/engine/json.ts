/** What a stage takes and gives: plain JSON data, so that equal values have equal bytes. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * One text for one value: object keys sorted by code unit, `undefined` properties left out.
 *
 * @throws TypeError for what JSON cannot carry (NaN, functions, bigints, dates, maps, holes in a list): it has no key.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`The value holds ${value}, which JSON cannot carry.`);
    return JSON.stringify(value);
  }
  // Array.from, for map skips holes and two different lists would have one text.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`The value holds a ${typeof value}, which JSON cannot carry.`);
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  // A Map, a Date or bytes have no properties of their own, or the wrong ones: all maps would be equal.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError(`The value holds a ${value.constructor.name}, which JSON cannot carry.`);
  }
  const properties: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined) properties.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
  }
  return `{${properties.join(',')}}`;
}
