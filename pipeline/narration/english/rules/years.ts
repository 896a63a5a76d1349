import { cardinal } from '../numbers/cardinal.ts';
import { decadeWords, twoDigits, yearWords } from '../numbers/year.ts';
import { reading, say, spell } from '../speaking.ts';
import { pattern, type Hit, type Rule, type Said } from '../rule.ts';

const eras = String.raw`(?<era>BCE|BC|AD|CE|B\.C\.E\.|B\.C\.|A\.D\.|C\.E\.)(?!\p{L})`;

/** `the 1990s`, `1900s`, `1840’s`, `’90s`, `90s` */
const decade: Rule = {
  name: 'decade',
  group: 'dates',
  starts: ['digit', 'sign'],
  pattern: pattern(
    String.raw`(?:(?<full>[12]\d{2}0)|['’‘]?(?<short>[1-9]0))(?:['’]?s)(?<half>[–-](?:(?<full2>[12]\d{2}0)|['’]?(?<short2>[1-9]0))['’]?s)?(?![\p{L}\d])`,
  ),
  read: (hit) => {
    if (/[\p{L}\d.,$£€-]$/u.test(hit.before) && !/\p{L}-$/u.test(hit.before)) return undefined;
    const one = hit.group('full') || hit.group('short');
    const two = hit.group('full2') || hit.group('short2');
    const first = say(decadeWords(one, hit.british), hit.place(hit.group('full') === '' ? 'short' : 'full'));
    const second = two === '' ? [] : say(`to ${decadeWords(two, hit.british)}`, hit.place('half'));
    const [start] = first;
    return { words: start === undefined ? [] : [...wholePlace(first, hit, second.length > 0), ...second] };
  },
};

/** The s and the apostrophe belong to what is voiced. */
function wholePlace(words: readonly Said[], hit: Hit, isRange: boolean): readonly Said[] {
  const end = isRange ? hit.place('half').begin : hit.end;
  return words.map((word) => ({ ...word, begin: hit.begin, end }));
}

/** `300 BC`, `AD 79`, `1200 B.C.E.`, `44–43 BC` */
const eraYear: Rule = {
  name: 'year with era',
  group: 'dates',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<year>\d{1,5}|\d{1,3}(?:,\d{3}){1,3})(?:(?: ?[–-] ?| to )(?<last>\d{1,5}))?[ \u00A0]?${eras}`,
  ),
  read: (hit) => {
    const year = say(anyYear(hit.group('year'), hit.british), hit.place('year'));
    const last = hit.group('last');
    const range = last === '' ? [] : say(`to ${anyYear(last, hit.british)}`, hit.place('last'));
    const era = spell(hit.group('era').replace(/\./gu, ''), hit.place('era'));
    return { words: [...year, ...range, ...era], ...pauseOf(hit) };
  },
};

const eraFirst: Rule = {
  name: 'era and year',
  group: 'dates',
  starts: ['upper'],
  pattern: pattern(String.raw`(?<era>AD|CE|A\.D\.)[ \u00A0](?<year>\d{1,4})(?![\p{L}\d]|[.,]\d)`),
  read: (hit) => ({
    words: [
      ...spell(hit.group('era').replace(/\./gu, ''), hit.place('era')),
      ...say(anyYear(hit.group('year'), hit.british), hit.place('year')),
    ],
  }),
};

/** `1914–18`, `1914-1918`, `1999/2000`, `2021/22` */
const yearRange: Rule = {
  name: 'years',
  group: 'dates',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<one>1[0-9]\d{2}|20\d{2})(?<sign>[ \u00A0]?[–—-][ \u00A0]?|/)(?<two>[12]\d{3}|\d{2})(?![\p{L}\d%]|[.,/–-]\d)`,
  ),
  read: (hit) => {
    if (/[\d.,/$£€-]$/u.test(hit.before) || /^[ \u00A0]?(?:km|kg|mm|cm|m|ft|°|percent)/u.test(hit.after))
      return undefined;
    const { british } = hit;
    const one = hit.group('one');
    const two = hit.group('two');
    const isShort = two.length === 2;
    if (!isShort && Number(two) < Number(one)) return undefined;
    if (isShort && Number(two) <= Number(one.slice(2)) && !(two === '00' && one.endsWith('99')))
      return undefined;
    const isSlash = hit.group('sign') === '/';
    const second = isShort ? twoDigits(Number(two)) : yearWords(two, british);
    return {
      words: [
        ...say(yearWords(one, british), hit.place('one')),
        ...say(`${isSlash ? '' : 'to '}${second}`, hit.place('two')),
      ],
    };
  },
};

/** `’98`, `the class of ’05` */
const shortYear: Rule = {
  name: 'short year',
  group: 'dates',
  starts: ['sign'],
  pattern: pattern(String.raw`['’‘](?<year>\d\d)(?![\p{L}\d'’%]|[.,]\d)`),
  read: (hit) =>
    /[\p{L}\d]$/u.test(hit.before) ? undefined : reading(twoDigits(Number(hit.group('year'))), hit),
};

/** `1850s` said of a year that is written with c.: `c1850`, `c. 1850` */
const around: Rule = {
  name: 'circa',
  group: 'dates',
  starts: ['lower'],
  pattern: pattern(String.raw`(?<circa>ca?)(?:\.[ \u00A0]?|[ \u00A0]?)(?=[12]\d{3}(?![\p{L}\d]))`),
  read: (hit) => reading('circa', hit.place('circa')),
};

function anyYear(written: string, british: boolean): string {
  const digits = written.replace(/,/gu, '');
  return digits.length > 4 ? cardinal(digits, british) : yearWords(digits, british);
}

function pauseOf({ match, after }: Hit): { readonly pause?: string } {
  return match.endsWith('.') && /^["”’)]*(?:$| [“"(]?\p{Lu})/u.test(after) ? { pause: '.' } : {};
}

export const yearRules: readonly Rule[] = [decade, eraYear, eraFirst, yearRange, shortYear, around];
