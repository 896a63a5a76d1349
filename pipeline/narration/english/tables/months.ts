/** Full names by what is written, without the full stop, in lower case. */
export const months: Readonly<Record<string, string>> = {
  jan: 'January', january: 'January', feb: 'February', february: 'February', mar: 'March', march: 'March', apr: 'April',
  april: 'April', may: 'May', jun: 'June', june: 'June', jul: 'July', july: 'July', aug: 'August', august: 'August',
  sep: 'September', sept: 'September', september: 'September', oct: 'October', october: 'October', nov: 'November',
  november: 'November', dec: 'December', december: 'December',
}; // prettier-ignore

export const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

export const weekdays: Readonly<Record<string, string>> = {
  mon: 'Monday', tue: 'Tuesday', tues: 'Tuesday', wed: 'Wednesday', weds: 'Wednesday', thu: 'Thursday', thur: 'Thursday',
  thurs: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday',
}; // prettier-ignore

/** A month in a pattern, with a capital: whole, or cut short with or without a full stop. */
export const monthSource =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|' +
  'JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|' +
  '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\\.?)(?!\\p{L})';

export function monthOf(written: string): string {
  return months[written.replace('.', '').toLowerCase()] ?? written;
}
