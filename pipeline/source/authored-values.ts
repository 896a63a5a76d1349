/** Values that authors write in several places, and how they are judged. */
import { z } from 'zod';
import { webAddress } from '../address.ts';
import { holdable } from '../holdable.ts';

export const text = z.string({ error: 'should be text' }).overwrite(holdable).trim().min(1, 'is empty');
/** YAML reads 2024 as a number and `Yes` as text; a year or a number is fine where text is wanted. */
export const looseText = z.union([text, z.number().transform(String)], { error: 'should be text' });

export const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((one) => [one]), z.array(item)], {
    error: 'should be one entry or a list of them',
  });

export const date = looseText.refine(isDate, 'is not a date such as 2026-11-20, 2026-11 or 2026');
/** A date, or an instant in UTC to the second. */
export const instant = looseText
  .refine(
    (value) => isDate(value) || isInstant(value),
    'is not a date or an instant such as 2026-11-20T09:00:00Z',
  )
  .transform((value) => (isInstant(value) ? `${new Date(value).toISOString().slice(0, 19)}Z` : value));

export const address = text.refine(
  (value) => webAddress(value) !== undefined,
  'is not an address such as https://example.org',
);

function isDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (!match) return false;
  const full = `${match[1] ?? ''}-${match[2] ?? '01'}-${match[3] ?? '01'}`;
  const parsed = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(parsed.valueOf()) && parsed.toISOString().startsWith(full);
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
