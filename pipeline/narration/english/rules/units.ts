import { isAdjective } from '../before-noun.ts';
import { isOne, numberSource, numberWords } from '../numbers/number-pattern.ts';
import { dottedUnits, doubtfulUnits, inBritain, units } from '../tables/units.ts';
import { say } from '../speaking.ts';
import { pattern, type Hit, type Rule, type Said } from '../rule.ts';

export const signs = [...units.keys()].sort((a, b) => b.length - a.length).join('|');
const amount = `(?<minus>[−–+±~≈-])?(?<amount>${numberSource})`;
const range = `(?:[ \\u00A0]?(?<to>[–-]|×|x)[ \\u00A0]?(?<last>[−-]?${numberSource}))?`;
const fraction = '(?<fraction>[½¼¾⅓⅔])?';
const power = '(?<power>[²³]|\\^[23])?';
const per = `(?:/(?<per>${signs})(?<perPower>[²³]|\\^[23])?)?`;
const scale = String.raw`(?:[ \u00A0](?<scale>thousand|million|billion|trillion))?`;

/** `5 km`, `60 mph`, `5GB`, `10 m²`, `9.8 m/s²`, `90 km/h`, `5–10 kg`, `3 million km²` */
const measured: Rule = {
  name: 'measure',
  group: 'units',
  starts: ['digit', 'sign'],
  pattern: pattern(
    `${amount}${fraction}${range}${scale}(?<gap>[ \\u00A0-]?)(?<unit>${signs})${power}${per}(?!\\.\\p{L})(?<stop>\\.?)(?![\\p{L}\\d²³])`,
  ),
  read: (hit) => {
    const sign = hit.group('unit');
    const unit = units.get(sign);
    if (unit === undefined || /[\p{L}\d.,$£€]$/u.test(hit.before) || isDoubtful(hit)) return undefined;
    const isOneOnly = hit.group('last') === '' && hit.group('scale') === '' && isOne(hit.group('amount'));
    const isSingle = isOneOnly || hit.group('gap') === '-' || isAdjective(hit.before, hit.after);
    const name = inBritain(isSingle ? unit.one : unit.many, hit.british);
    const keepsStop =
      hit.group('stop') !== '' && !(dottedUnits.has(sign) && !/^\s*(?:$|["”’)]*\s+\p{Lu})/u.test(hit.after));
    return {
      words: [
        ...amountWords(hit),
        ...say(`${powerWords(hit.group('power'), name)}${perWords(hit)}`, {
          begin: hit.place('unit').begin,
          end: hit.end - hit.group('stop').length,
        }),
      ],
      end: keepsStop ? hit.end - 1 : hit.end,
    };
  },
};

/** `5 pt`, `3 K` are as often something else; `5t` is tonnes. No unit of one letter follows a hyphen. */
function isDoubtful(hit: Hit): boolean {
  const sign = hit.group('unit');
  if (hit.group('power') !== '' || hit.group('per') !== '') return false;
  if (doubtfulUnits.has(sign)) return sign !== 't' || hit.group('gap') !== '';
  return hit.group('gap') === '-' && sign.length === 1;
}

function amountWords(hit: Hit): readonly Said[] {
  const { british } = hit;
  const last = hit.group('last');
  const half = { '': '', '½': ' and a half', '¼': ' and a quarter', '¾': ' and three quarters', '⅓': ' and a third', '⅔': ' and two thirds' }[hit.group('fraction')] ?? ''; // prettier-ignore
  const joint = /[x×]/u.test(hit.group('to')) ? 'by' : 'to';
  const lastSign = /^[−-]/u.test(last) ? 'minus ' : '';
  return [
    ...signWords(hit),
    ...say(numberWords(hit.group('amount'), british) + half, hit.place('amount')),
    ...(last === ''
      ? []
      : say(`${joint} ${lastSign}${numberWords(last.replace(/^[−-]/u, ''), british)}`, hit.place('last'))),
    ...say(hit.group('scale'), hit.place('scale')),
  ];
}

function signWords(hit: Hit): readonly Said[] {
  const sign = hit.group('minus');
  // A hyphen or dash behind a word is no minus.
  if (/[–-]/u.test(sign) && !/(?:^|[\s\u00A0([“"])$/u.test(hit.before)) return [];
  const word = {
    '−': 'minus',
    '-': 'minus',
    '–': 'minus',
    '+': 'plus',
    '±': 'plus or minus',
    '~': 'about',
    '≈': 'about',
  }[sign];
  return word === undefined ? [] : say(word, hit.place('minus'));
}

export function powerWords(power: string, name: string): string {
  if (power === '') return name;
  const kind = power.endsWith('2') || power === '²' ? 'square' : 'cubic';
  // "meters per second squared" is `perWords`.
  return `${kind} ${name}`;
}

export function perWords(hit: Hit): string {
  const unit = units.get(hit.group('per'));
  if (unit === undefined) return '';
  const name = inBritain(unit.one, hit.british);
  const power = hit.group('perPower');
  if (power === '') return ` per ${name}`;
  const kind = power.endsWith('2') || power === '²' ? 'square' : 'cubic';
  if (/second/u.test(name)) return ` per ${name} ${kind === 'square' ? 'squared' : 'cubed'}`;
  return ` per ${kind} ${name}`;
}

/** `20 °C`, `−5°`, `98.6 °F`, `20–25 °C`, `45° N` */
const degrees: Rule = {
  name: 'degrees',
  group: 'units',
  starts: ['digit', 'sign'],
  pattern: pattern(
    `${amount}${range}[ \\u00A0]?(?<degree>[°º˚][ \\u00A0]?(?<letter>[CFK](?![\\p{L}\\d]))?|[℃℉])(?:(?<minutes>[0-5]?\\d)[′'’](?:(?<seconds>[0-5]?\\d)[″"”])?)?(?:[ \\u00A0]?(?<side>[NSEW])(?![\\p{L}\\d]))?`,
  ),
  read: (hit) => {
    if (/[\p{L}\d]$/u.test(hit.before)) return undefined;
    const name = hit.group('letter') || { '℃': 'C', '℉': 'F' }[hit.group('degree').trim()] || '';
    const scaleName = { C: ' Celsius', F: ' Fahrenheit', K: ' kelvin', '': '' }[name] ?? '';
    const side = { N: 'north', S: 'south', E: 'east', W: 'west', '': '' }[hit.group('side')] ?? '';
    const isSingle = hit.group('last') === '' && isOne(hit.group('amount'));
    const minor = (group: string, unit: string): readonly Said[] =>
      hit.group(group) === '' ? [] : say(`${numberWords(hit.group(group))} ${unit}`, hit.place(group));
    return {
      words: [
        ...amountWords(hit),
        ...say(`${isSingle ? 'degree' : 'degrees'}${scaleName}`, hit.place('degree')),
        ...minor('minutes', 'minutes'),
        ...minor('seconds', 'seconds'),
        ...say(side, hit.place('side')),
      ],
    };
  },
};

/** `5%`, `5–10 %`, `0.5‰` */
const percent: Rule = {
  name: 'percent',
  group: 'units',
  starts: ['digit', 'sign'],
  pattern: pattern(`${amount}${fraction}${range}[ \\u00A0]?(?<sign>%|‰|pct\\.?(?!\\p{L}))`),
  read: (hit) => {
    if (/[\p{L}\d]$/u.test(hit.before) && hit.group('minus') === '') return undefined;
    return {
      words: [
        ...amountWords(hit),
        ...say(hit.group('sign') === '‰' ? 'per thousand' : 'percent', hit.place('sign')),
      ],
    };
  },
};

export const unitRules: readonly Rule[] = [percent, degrees, measured];
