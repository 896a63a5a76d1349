import { ordinal } from '../numbers/ordinal.ts';
import { yearWords } from '../numbers/year.ts';
import { monthNames, monthOf, monthSource, weekdays } from '../tables/months.ts';
import { say } from '../speaking.ts';
import { pattern, type Hit, type Reading, type Rule, type Said } from '../rule.ts';

const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const suffix = '(?:st|nd|rd|th)?';
const dayRange = String.raw`(?<day>${day})${suffix}(?: ?[–-] ?(?<lastDay>${day})${suffix})?`;
const year = String.raw`(?<year>[12]\d{3}|\d{3}(?= (?:AD|BC|CE)))(?![\p{L}\d]|[.,]\d|-\d\d(?!\d))`;
const notANumber = String.raw`(?![\p{L}\d]|[.:,/]\d|[ \u00A0]?%)`;
const gap = '[ \\u00A0]{1,2}';

/** `Oct. 1, 2022`, `October 1st`, `Oct. 3–5, 2022` */
const monthThenDay: Rule = {
  name: 'month and day',
  group: 'dates',
  starts: ['upper'],
  pattern: pattern(`(?<month>${monthSource})${gap}${dayRange}${notANumber}(?:,? ${year})?`),
  read: (hit) => {
    const month = monthOf(hit.group('month'));
    const days = daysOf(hit);
    const middle = hit.group('year') === '' ? days : withComma(days);
    // The British put "the" before the day.
    const the = hit.british ? say('the', hit.place('day')) : [];
    return { words: [...say(month, hit.place('month')), ...the, ...middle, ...yearOf(hit)] };
  },
};

/** `1 October 2022`, `1st of October`, `18–20 Sept.` */
const dayThenMonth: Rule = {
  name: 'day and month',
  group: 'dates',
  starts: ['digit'],
  pattern: pattern(`${dayRange}(?<of> of)?${gap}(?<month>${monthSource})(?:,? ${year})?`),
  read: (hit) => {
    if (/\d[.,:/-]$/u.test(hit.before)) return undefined;
    const month = monthOf(hit.group('month'));
    // "5 May be" is no date: the whole word "may" has to be followed by something that is no verb.
    if (month === 'May' && /^ (?:be|have|not|also|well|come|go)(?!\p{L})/u.test(hit.after)) return undefined;
    const days = daysOf(hit);
    const hasThe = /(?:^|\P{L})the[ \u00A0]$/iu.test(hit.before);
    const monthWord = say(month, hit.place('month'));
    const years = yearOf(hit);
    const stop = stopOfMonth(hit);
    const ends = years.length > 0 ? [...withComma(monthWord), ...years] : monthWord;
    const the = hasThe ? [] : say('the', hit.place('day'));
    const of = say('of', hit.group('of') === '' ? hit.place('month') : hit.place('of'));
    // "first October" is said by nobody; Americans say the month first, unless the text has "of" or "the".
    if (!hit.british && !hasThe && hit.group('of') === '') {
      const dayWords = years.length > 0 ? withComma(days) : days;
      return { words: [...monthWord, ...dayWords, ...years], ...stop };
    }
    return { words: [...the, ...days, ...of, ...ends], ...stop };
  },
};

/** `October 2022`, `Sept. 1914`, `Oct. of` */
const monthThenYear: Rule = {
  name: 'month and year',
  group: 'dates',
  starts: ['upper'],
  pattern: pattern(`(?<month>${monthSource})(?:,?${gap}(?:(?<of>of)${gap})?${year})`),
  read: (hit) => ({
    words: [
      ...say(monthOf(hit.group('month')), hit.place('month')),
      ...(hit.group('of') === '' ? [] : say('of', hit.place('of'))),
      ...yearOf(hit),
    ],
  }),
};

/** `1/10/2022`, `01-10-22`, `1.10.2022`: by the habit of the region, unless only one order makes a date. */
const slashed: Rule = {
  name: 'date in digits',
  group: 'dates',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<one>\d{1,2})(?<sign>[/.-])(?<two>\d{1,2})\k<sign>(?<year>[12]\d{3}|\d{2})(?![\p{L}\d]|[.,/-]\d)`,
  ),
  read: (hit) => {
    if (/[\d.,/-]$/u.test(hit.before)) return undefined;
    if (hit.group('sign') !== '/' && hit.group('year').length === 2) return undefined;
    const one = Number(hit.group('one'));
    const two = Number(hit.group('two'));
    const monthFirst = (hit.monthFirst && hit.group('sign') !== '.' && one <= 12) || two > 12;
    const full = hit.group('year').length === 2 ? century(hit.group('year')) : hit.group('year');
    return monthFirst
      ? dateWords(hit, { month: one, day: two, year: full, places: ['one', 'two'] })
      : dateWords(hit, { month: two, day: one, year: full, places: ['two', 'one'] });
  },
};

/** `2022-10-01`, and with a time behind it. */
const iso: Rule = {
  name: 'ISO date',
  group: 'dates',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<year>[12]\d{3})(?<sign>[/-])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?:T(?=\d\d:\d\d)|(?![\d]|[/-]\d))`,
  ),
  read: (hit) =>
    /[\d.,/-]$/u.test(hit.before)
      ? undefined
      : dateWords(hit, {
          month: Number(hit.group('month')),
          day: Number(hit.group('day')),
          year: hit.group('year'),
          places: ['month', 'day'],
        }),
};

/** `Mon., Oct. 3`: a day of the week cut short, before a date or a time, or with its full stop. */
const weekday: Rule = {
  name: 'day of the week',
  group: 'dates',
  starts: ['upper'],
  pattern: pattern(
    String.raw`(?<name>Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)(?:\.(?!\p{L})|(?=,? (?:\d|${monthSource}))|(?=[–-](?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?!\p{L})))`,
  ),
  read: (hit) => {
    // "We sat. The sun." at a sentence's end are words.
    const isWord = /^(?:Sat|Sun)\.$/u.test(hit.match) && !/^,? ?(?:\d|\p{Lu}\p{Ll}{2}\.)/u.test(hit.after);
    return isWord
      ? undefined
      : { words: say(weekdays[hit.group('name').toLowerCase()] ?? '', hit.place('name')) };
  },
};

/** A month cut short that stands alone: `Sept.` */
const shortMonth: Rule = {
  name: 'month',
  group: 'dates',
  starts: ['upper'],
  pattern: pattern(String.raw`(?<month>Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.(?![\p{L}\d])`),
  read: (hit) => ({ words: say(monthOf(hit.group('month')), hit.place('month')), ...stopOfMonth(hit) }),
};

type Parts = {
  readonly month: number;
  readonly day: number;
  readonly year: string;
  readonly places: readonly [string, string];
};

function dateWords(hit: Hit, { month, day: dayOf, year: written, places }: Parts): Reading | undefined {
  const name = monthNames[month - 1];
  if (name === undefined || dayOf < 1 || dayOf > 31) return undefined;
  const monthWord = say(name, hit.place(places[0]));
  const dayWord = say(ordinal(String(dayOf)), hit.place(places[1]));
  const years = say(yearWords(written, hit.british), hit.place('year'));
  if (!hit.british) return { words: [...monthWord, ...withComma(dayWord), ...years] };
  const the = say('the', hit.place(places[1]));
  return {
    words: [...the, ...dayWord, ...say('of', hit.place(places[0])), ...withComma(monthWord), ...years],
  };
}

function daysOf(hit: Hit): readonly Said[] {
  const first = say(ordinal(String(Number(hit.group('day')))), hit.place('day'));
  if (hit.group('lastDay') === '') return first;
  const place = hit.place('lastDay');
  return [...first, ...say(`to ${ordinal(String(Number(hit.group('lastDay'))))}`, place)];
}

function yearOf(hit: Hit): readonly Said[] {
  return hit.group('year') === '' ? [] : say(yearWords(hit.group('year'), hit.british), hit.place('year'));
}

/** The full stop of `Oct.` is heard only where a sentence ends. */
function stopOfMonth({ match, after }: Hit): { readonly pause?: string } {
  return match.endsWith('.') && /^["”’)]*(?:$| [“"(]?\p{Lu})/u.test(after) ? { pause: '.' } : {};
}

function withComma(words: readonly Said[]): readonly Said[] {
  return words.map((word, index) => (index === words.length - 1 ? comma(word) : word));
}

function comma(word: Said): Said {
  return { ...word, text: `${word.text},` };
}

function century(twoDigits: string): string {
  return Number(twoDigits) < 50 ? `20${twoDigits}` : `19${twoDigits}`;
}

export const dateRules: readonly Rule[] = [
  iso,
  slashed,
  dayThenMonth,
  monthThenDay,
  monthThenYear,
  weekday,
  shortMonth,
];
