import { isAdjective } from '../before-noun.ts';
import { cardinal } from '../numbers/cardinal.ts';
import { isOne, numberSource, numberWords, readNumber } from '../numbers/number-pattern.ts';
import { currencyCodes, currencySigns, pound, scaleSigns, type Currency } from '../tables/currencies.ts';
import { say } from '../speaking.ts';
import { pattern, type Hit, type Place, type Rule, type Said } from '../rule.ts';

const escaped = (keys: readonly string[]): string =>
  [...keys]
    .sort((a, b) => b.length - a.length)
    .map((key) => key.replace(/\$/gu, '\\$'))
    .join('|');

const sign = `(?<sign>${escaped(Object.keys(currencySigns))})`;
const code = `(?<code>${Object.keys(currencyCodes).join('|')})`;
const scale = String.raw`(?:[ \u00A0-]?(?<scale>thousand|million|billion|trillion|hundred)(?!\p{L})|[ \u00A0]?(?<short>${Object.keys(scaleSigns).join('|')})(?![\p{L}\d]))?`;
const amount = `(?<amount>${numberSource})`;
const range = `(?:[ \\u00A0]?[–-][ \\u00A0]?(?:[$£€])?(?<last>${numberSource}))?`;

/** What is named for its worth: "twenty dollar bills". */
const thing = /^[ \u00A0-](?:bills?|notes?|coins?|tickets?|stamps?)(?!\p{L})/u;

/** `$4.5 million`, `£3.20`, `US$5`, `$5-10 million`, `-$3` */
const signFirst: Rule = {
  name: 'money',
  group: 'money',
  starts: ['sign', 'upper'],
  pattern: pattern(`(?<minus>[−-])?${sign}[ \\u00A0]?(?<minus2>[−-])?${amount}${range}${scale}`),
  read: (hit) => readMoney(hit, currencySigns[hit.group('sign')], hit.place('sign')),
};

const codeFirst: Rule = {
  name: 'money by code',
  group: 'money',
  starts: ['upper'],
  pattern: pattern(`${code}[ \\u00A0]?${amount}${range}${scale}(?![\\p{L}\\d])`),
  read: (hit) => readMoney(hit, currencyCodes[hit.group('code')], hit.place('code')),
};

/** `20€`, `300 USD`, `5 million €`; `50p`, `99¢` */
const signLast: Rule = {
  name: 'money, sign last',
  group: 'money',
  starts: ['digit'],
  pattern: pattern(
    `${amount}${range}${scale}[ \\u00A0]?(?:(?<sign>[€£$¥₹₽₩₺])(?!\\d)|${code}(?![\\p{L}\\d]))`,
  ),
  read: (hit) => {
    const name = hit.group('sign') === '' ? 'code' : 'sign';
    const table = name === 'sign' ? currencySigns : currencyCodes;
    return readMoney(hit, table[hit.group(name)], hit.place(name));
  },
};

const cents: Rule = {
  name: 'cents',
  group: 'money',
  starts: ['digit'],
  pattern: pattern(`${amount}(?:¢|(?<pence>p)(?![\\p{L}\\d.]))`),
  read: (hit) => {
    const isPence = hit.group('pence') !== '';
    if (isPence && !hit.british) return undefined;
    const unit = isOne(hit.group('amount')) ? (isPence ? 'penny' : 'cent') : isPence ? 'pence' : 'cents';
    return { words: say(`${numberWords(hit.group('amount'), hit.british)} ${unit}`, hit) };
  },
};

function readMoney(
  hit: Hit,
  currency: Currency | undefined,
  place: Place,
): { readonly words: readonly Said[] } | undefined {
  if (currency === undefined || /[\p{L}\d]$/u.test(hit.before)) return undefined;
  const whole: Place = { begin: Math.min(place.begin, hit.begin), end: hit.place('amount').end };
  const at = place.begin <= hit.place('amount').begin ? whole : hit.place('amount');
  const minus = hit.group('minus') + hit.group('minus2') === '' ? [] : say('minus', at);
  return { words: [...minus, ...(exact(hit, currency, at) ?? rounded(hit, currency, at, place))] };
}

/** Whole units and hundredths: "three pounds twenty", "five dollars and one cent". */
function exact(hit: Hit, currency: Currency, at: Place): readonly Said[] | undefined {
  const { whole, decimals } = readNumber(hit.group('amount'));
  const isPlain = hit.group('scale') === '' && hit.group('short') === '' && hit.group('last') === '';
  if (!isPlain || decimals.length !== 2 || currency.cent === undefined) return undefined;
  const hundredths = Number(decimals);
  const units = `${numberWords(whole, hit.british)} ${isOne(whole) ? currency.one : currency.many}`;
  if (hundredths === 0) return say(units, at);
  const spoken = cardinal(String(hundredths));
  const parts = `${spoken} ${hundredths === 1 ? currency.cent : (currency.cents ?? '')}`;
  if (Number(whole) === 0) return say(parts, at);
  // "three pounds twenty", "three dollars and fifty cents".
  const isShort = currency === pound && hundredths >= 10;
  return say(`${units} ${isShort ? spoken : `and ${parts}`}`, at);
}

function rounded(hit: Hit, currency: Currency, at: Place, unit: Place): readonly Said[] {
  const { british } = hit;
  const written = hit.group('amount');
  const last = hit.group('last');
  const short = scaleSigns[hit.group('short')] ?? '';
  const scaleWord = hit.group('scale') || short;
  const isSingle =
    (scaleWord === '' && last === '' && isOne(written)) ||
    isAdjective(hit.before, hit.after) ||
    thing.test(hit.after);
  return [
    ...say(numberWords(written, british), at),
    ...(last === '' ? [] : say(`to ${numberWords(last, british)}`, hit.place('last'))),
    ...say(scaleWord, hit.place(short === '' ? 'scale' : 'short')),
    ...say(isSingle ? currency.one : currency.many, unit.begin >= at.end ? unit : at),
  ];
}

export const moneyRules: readonly Rule[] = [signFirst, codeFirst, signLast, cents];
