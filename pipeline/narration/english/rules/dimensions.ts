import { pauseOfStop } from '../ends-sentence.ts';
import { isOne, numberSource, numberWords } from '../numbers/number-pattern.ts';
import { pairWords } from '../numbers/year.ts';
import { inBritain, units } from '../tables/units.ts';
import { reading, say } from '../speaking.ts';
import { pattern, type Rule } from '../rule.ts';
import { perWords, powerWords, signs } from './units.ts';

/** `5'11"`, `6′2″`, `12″` */
const feetAndInches: Rule = {
  name: 'feet and inches',
  group: 'units',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?<feet>\d{1,2})(?:[′'’][ \u00A0]?(?<inches>\d{1,2}(?:\.\d)?)(?:[″"”]|'')|[ \u00A0]?(?:ft\.?|feet)[ \u00A0](?<in>\d{1,2})[ \u00A0]?in(?:ches|\.(?=[ ]\p{Ll}))?(?![\p{L}]| \p{L}))|(?<only>\d{1,3}(?:\.\d{1,2})?)″|(?<foot>\d{1,5})′`,
  ),
  read: (hit) => {
    const only = hit.group('only');
    if (only !== '') return reading(`${numberWords(only)} ${isOne(only) ? 'inch' : 'inches'}`, hit);
    const feet = hit.group('feet') || hit.group('foot');
    const inches = hit.group('inches') || hit.group('in');
    return {
      words: [
        ...say(
          `${numberWords(feet)} ${isOne(feet) ? 'foot' : 'feet'}`,
          hit.place(hit.group('feet') === '' ? 'foot' : 'feet'),
        ),
        ...(inches === ''
          ? []
          : say(numberWords(inches), hit.place(hit.group('in') === '' ? 'inches' : 'in'))),
      ],
    };
  },
};

/** `12 in. wide` */
const inches: Rule = {
  name: 'inches',
  group: 'units',
  starts: ['digit'],
  pattern: pattern(`(?<amount>${numberSource})[ \\u00A0]in(?<stop>\\.)(?=[,;)]|$| \\p{Ll})`),
  read: (hit) => ({
    words: [
      ...say(numberWords(hit.group('amount'), hit.british), hit.place('amount')),
      ...say(isOne(hit.group('amount')) ? 'inch' : 'inches', {
        begin: hit.place('amount').end + 1,
        end: hit.end,
      }),
    ],
    ...pauseOfStop(hit.after),
  }),
};

/** `302.6 sq mi` */
const square: Rule = {
  name: 'square',
  group: 'units',
  starts: ['lower'],
  pattern: pattern(String.raw`sq\.?[ \u00A0](?<unit>mi|km|ft|m|in|yd|cm)\.?(?![\p{L}\d])`),
  read: (hit) => {
    if (!/(?:\d|thousand|million)[ \u00A0]$/u.test(hit.before)) return undefined;
    const name = { in: 'inches' }[hit.group('unit')] ?? units.get(hit.group('unit'))?.many ?? '';
    return {
      ...reading(`square ${inBritain(name, hit.british)}`, hit),
      ...pauseOfStop(hit.match.endsWith('.') ? hit.after : '-'),
    };
  },
};

/** `1920×1080`: the sides of a screen are said in pairs of digits. */
const screen: Rule = {
  name: 'sides of a screen',
  group: 'units',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<wide>\d{3,4})[ \u00A0]?[x×][ \u00A0]?(?<high>\d{3,4})(?![\p{L}\d]|[.,]\d)`),
  read: (hit) => ({
    words: [
      ...say(pairWords(hit.group('wide')), hit.place('wide')),
      ...say(`by ${pairWords(hit.group('high'))}`, hit.place('high')),
    ],
  }),
};

/** `4x4`, `5×7`, `3x` */
const times: Rule = {
  name: 'dimensions',
  group: 'units',
  starts: ['digit'],
  pattern: pattern(
    `(?<amount>${numberSource})(?<sign>[ \\u00A0]?x[ \\u00A0]?(?=\\d)|×(?=\\d)|x(?![\\p{L}\\d]))`,
  ),
  read: (hit) => {
    if (/[\p{L}]$/u.test(hit.before)) return undefined;
    const isRatio = !/^\d/u.test(hit.after) || /^10(?:[⁰¹²³⁴-⁹⁻]|\^)/u.test(hit.after);
    // `2x + 3`: a letter of a formula.
    if (isRatio && (/[=+−*/(][ \u00A0]?$/u.test(hit.before) || /^[ \u00A0]?[=+−²³^)]/u.test(hit.after)))
      return undefined;
    return {
      words: [
        ...say(numberWords(hit.group('amount'), hit.british), hit.place('amount')),
        ...say(isRatio ? 'times' : 'by', hit.place('sign')),
      ],
    };
  },
};

/** A unit without a number: `km/h`, `m²`. */
const bare: Rule = {
  name: 'unit',
  group: 'units',
  starts: ['lower', 'upper', 'sign'],
  pattern: pattern(
    `(?:(?<unit>${signs})(?:(?<power>[²³])|/(?<per>${signs})(?<perPower>[²³])?)|(?<plain>km|mph|kg|kWh|kmh|cm|mm|MHz|GHz|Hz|kHz|Mbps|Gbps|fps))(?![\\p{L}\\d²³/'’-])`,
  ),
  read: (hit) => {
    if (/[\p{L}\d/-]$/u.test(hit.before)) return undefined;
    const unit = units.get(hit.group('unit') || hit.group('plain'));
    if (unit === undefined) return undefined;
    // "and/or" and its like are no units: one side has to be longer than a letter, or a power.
    if (
      hit.group('per') !== '' &&
      !/^(?:km|m|cm|mi|kg|g|mg|l|L|kWh|W|MB|GB|Mbit|ft|J|N|mol|kJ)$/u.test(hit.group('unit'))
    )
      return undefined;
    const name = inBritain(unit.many, hit.british);
    return reading(`${powerWords(hit.group('power'), name)}${perWords(hit)}`, hit);
  },
};

/** `$5/kg`, `3 times/week`: behind anything but a unit. */
const perUnit: Rule = {
  name: 'per unit',
  group: 'units',
  starts: ['sign'],
  pattern: pattern(`/(?<per>${signs}|day|week|month|year|hour|person)(?![\\p{L}\\p{N}/])`),
  read: (hit) => {
    if (!/(?:\d|[$£€¥]|times|million|billion|\d[kmb]n?)$/u.test(hit.before)) return undefined;
    const unit = units.get(hit.group('per'));
    return reading(`per ${unit === undefined ? hit.group('per') : inBritain(unit.one, hit.british)}`, hit);
  },
};

export const dimensionRules: readonly Rule[] = [feetAndInches, inches, screen, times];
export const bareUnitRules: readonly Rule[] = [square, perUnit, bare];
