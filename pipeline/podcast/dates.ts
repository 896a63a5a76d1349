/** When episodes are published. No clock: a podcast that is built again has the dates that it had. */

/** All from the publication's metadata and settings: dates (YYYY, YYYY-MM, YYYY-MM-DD) or instants in UTC. */
export type Calendar = {
  /** When the first episode is published. */
  readonly start?: string | undefined;
  /** Between one chapter and the next. Without it all chapters are out at once. */
  readonly days?: number | undefined;
};

/** A chapter's place among the episodes, from 0, and the date that its author gives it. */
export type DatedChapter = { readonly index: number; readonly published?: string | undefined };

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * A chapter's own date, or that of the schedule. Apps sort by date, so that chapters that are out at once are a minute apart, in
 * their order.
 */
export function chapterDate(
  { index, published }: DatedChapter,
  { start, days }: Calendar,
): string | undefined {
  if (published !== undefined) return instantOf(published);
  if (start === undefined) return undefined;
  return later(instantOf(start), index * (days === undefined ? minute : days * day));
}

/** The whole book is out when its last chapter is: those who follow the chapters are told nothing before its time. */
export function bookDate(chapters: readonly (string | undefined)[], { start }: Calendar): string | undefined {
  const last = chapters
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  if (last !== undefined) return later(last, minute);
  return start === undefined ? undefined : instantOf(start);
}

/** As RSS writes dates (RFC 822 with four digits for the year). */
export function rssDate(instant: string): string {
  return new Date(instant).toUTCString();
}

/** A date begins in UTC; "2026" is its first day. */
function instantOf(date: string): string {
  if (date.includes('T')) return date;
  const [year = '', month = '01', dayOfMonth = '01'] = date.split('-');
  return `${year}-${month}-${dayOfMonth}T00:00:00Z`;
}

function later(instant: string, milliseconds: number): string {
  return `${new Date(Date.parse(instant) + milliseconds).toISOString().slice(0, 19)}Z`;
}
