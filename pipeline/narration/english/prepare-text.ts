import type { Place } from './rule.ts';

/** Stands for what the author fixed. */
export const cover = '\uFFFC';

const wideSigns: Readonly<Record<string, string>> = { '。': '.', '、': ',' };

/**
 * The text as the rules read it: of the same length, so that offsets stay. White space, hyphens, digits and full-width signs have
 * one form each, and what the author fixed is covered by U+FFFC.
 *
 * @param fixed in order, apart from each other
 */
export function prepareText(text: string, fixed: readonly Place[]): string {
  const prepared = text
    .replace(/[\u00A0\u2007\u2009\u202F]/gu, '\u00A0')
    .replace(/[\t-\r\u0085\u1680\u2000-\u2006\u2008\u200A\u2028\u2029\u205F\u3000]/gu, ' ')
    // Control characters, lone surrogates, and what stands for something else here.
    .replace(/[\p{Cc}\p{Cs}\uFFFC]/gu, ' ')
    .replace(/[\u2010\u2011\uFE63]/gu, '-')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/(?<=\p{L})\u02BC(?=\p{L})|\u201B/gu, '’')
    .replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[。、]/gu, (sign) => wideSigns[sign] ?? sign)
    .replace(/(?:(?![0-9])\p{Nd}){1,40}/gu, asciiDigits);
  let covered = '';
  let reached = 0;
  for (const { begin, end } of fixed) {
    covered += prepared.slice(reached, begin) + cover.repeat(end - begin);
    reached = end;
  }
  return covered + prepared.slice(reached);
}

/** Fills up what is shorter in ASCII, so that offsets stay; what is read right before it voices it as well. */
export const filling = '\u2060';

/** Digits of other scripts: each has ten in a row from zero. Those beyond the BMP are two units long. */
function asciiDigits(digits: string): string {
  return Array.from(digits, asciiDigit).join('').padEnd(digits.length, filling);
}

function asciiDigit(digit: string): string {
  const own = digit.codePointAt(0) ?? 0;
  let zero = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((own - zero) % 10);
}
