/** Dates of the package document. None is ever taken from the clock: a book made twice is the same book. */

const written =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** A date by W3C-DTF, from a year to an instant: what `dc:date` may hold without a warning. */
export function isDate(text: string): boolean {
  return toInstant(text) !== undefined;
}

/**
 * A date or an instant as CCYY-MM-DDThh:mm:ssZ (EPUB 3.3, 5.5.3.4): months and days left out are the first, a zone
 * left out is UTC. Undefined for what is no date.
 */
export function toInstant(text: string): string | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] =
    match;
  const midnight = `${year}-${month}-${day}T00:00:00Z`;
  // Date accepts 31 February and moves on into March.
  const dayExists = iso(midnight)?.startsWith(`${year}-${month}-${day}T`);
  return dayExists ? iso(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`) : undefined;
}

function iso(text: string): string | undefined {
  const date = new Date(text);
  return Number.isNaN(date.valueOf()) ? undefined : `${date.toISOString().slice(0, -'.000Z'.length)}Z`;
}

/** When the publication was last changed, as far as its author says. */
export function modifiedInstant(metadata: {
  readonly modified?: string | undefined;
  readonly date?: string | undefined;
}): string {
  return toInstant(metadata.modified ?? '') ?? toInstant(metadata.date ?? '') ?? '2000-01-01T00:00:00Z';
}
