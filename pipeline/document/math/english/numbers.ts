const small = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '); // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion'];
const irregular: Readonly<Record<string, string>> = {
  one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth',
}; // prettier-ignore

/** `1,000.5` → one thousand point five. Past the trillions digit by digit. */
export function numberWords(written: string): string {
  const [whole = '', ...rest] = written.replace(/[,\s]/gu, '').split('.');
  const decimals = rest.join('');
  const before = whole === '' ? '' : whole.length > 15 ? digits(whole) : cardinal(Number(whole));
  return [before, decimals === '' ? '' : `point ${digits(decimals)}`]
    .filter((words) => words !== '')
    .join(' ');
}

/** 4 → fourth, 21 → twenty-first. */
export function ordinalWords(value: number): string {
  const words = cardinal(value);
  const last = /[a-z]+$/u.exec(words)?.[0] ?? '';
  const ordinal = irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return words.slice(0, words.length - last.length) + ordinal;
}

/** 2/3 → two thirds; undefined for fractions that are said as a division. */
export function fractionWords(numerator: string, denominator: string): string | undefined {
  if (!/^[1-9][0-9]?$/u.test(numerator) || !/^(?:[2-9]|10|12|16|20|100)$/u.test(denominator))
    return undefined;
  const count = Number(numerator);
  const part = Number(denominator);
  if (count >= part * 2 || count > 20) return undefined;
  const one = part === 2 ? 'half' : part === 4 ? 'quarter' : ordinalWords(part);
  const several = part === 2 ? 'halves' : `${one}s`;
  return `${cardinal(count)} ${count === 1 ? one : several}`;
}

function cardinal(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100)
    return `${tens[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${cardinal(value % 10)}`}`;
  if (value < 1000)
    return `${cardinal(Math.floor(value / 100))} hundred${value % 100 === 0 ? '' : ` ${cardinal(value % 100)}`}`;
  const scale = Math.floor((String(value).length - 1) / 3);
  const unit = 1000 ** scale;
  const rest = value % unit;
  return `${cardinal(Math.floor(value / unit))} ${scales[scale] ?? ''}${rest === 0 ? '' : ` ${cardinal(rest)}`}`;
}

function digits(written: string): string {
  return Array.from(written)
    .map((digit) => small[Number(digit)] ?? '')
    .join(' ');
}
