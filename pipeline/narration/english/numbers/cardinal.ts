const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // prettier-ignore
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const scales = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'];

/** The most digits that have a name; more are said one by one. */
export const mostNamedDigits = scales.length * 3;

/** 0 to 99: `forty-two`. */
export function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? '';
  const one = value % 10;
  return `${tens[Math.floor(value / 10)] ?? ''}${one === 0 ? '' : `-${small[one] ?? ''}`}`;
}

/**
 * A whole number in words: `4500000` is "four million five hundred thousand". The British say "and" before tens and ones.
 *
 * @param digits ASCII digits alone, any number of them
 */
export function cardinal(digits: string, british = false): string {
  const bare = digits.replace(/^0+(?=\d)/u, '');
  if (bare.length > mostNamedDigits) return digitByDigit(bare, 'zero');
  if (bare === '0' || bare === '') return 'zero';
  const padded = bare.padStart(Math.ceil(bare.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/gu) ?? [];
  const words: string[] = [];
  for (const [index, group] of groups.entries()) {
    const value = Number(group);
    if (value === 0) continue;
    const scale = scales[groups.length - 1 - index] ?? '';
    const isLast = index === groups.length - 1;
    if (british && isLast && value < 100 && words.length > 0) words.push('and');
    words.push(belowThousand(value, british));
    if (scale !== '') words.push(scale);
  }
  return words.join(' ');
}

function belowThousand(value: number, british: boolean): string {
  if (value < 100) return belowHundred(value);
  const rest = value % 100;
  const hundreds = `${small[Math.floor(value / 100)] ?? ''} hundred`;
  if (rest === 0) return hundreds;
  return `${hundreds} ${british ? 'and ' : ''}${belowHundred(rest)}`;
}

/** `007` is "oh oh seven" or "zero zero seven". */
export function digitByDigit(digits: string, zero: 'oh' | 'zero'): string {
  return Array.from(digits, (digit) => (digit === '0' ? zero : belowHundred(Number(digit)))).join(' ');
}
