import { cardinal, digitByDigit } from './cardinal.ts';

/**
 * A number as it is written, in the source of a pattern: `1,200`, `12,34,567`, `1 234 567`, `10 000`, `3.14`, `.5`. All repetitions
 * are bounded, so that no text takes the square of its length.
 */
export const numberSource =
  String.raw`(?:(?:\d{1,3}(?:,\d{3}){1,12}(?![\d]|,\d)|\d{1,2}(?:,\d{2}){1,8},\d{3}(?!\d)|\d{1,3}(?:\u00A0\d{3}){1,8}(?!\d)|` +
  String.raw`\d{1,3}(?: \d{3}){2,8}(?! ?\d)|\d{1,3} 000(?! ?\d)|\d{1,40})(?:\.\d{1,40})?|\.\d{1,40})`;

export type WrittenNumber = { readonly whole: string; readonly decimals: string };

export function readNumber(written: string): WrittenNumber {
  const [whole = '', decimals = ''] = written.replace(/[,\s]/gu, '').split('.', 2);
  return { whole, decimals };
}

/** `0.5` is "zero point five", `1,200` "one thousand two hundred". */
export function numberWords(written: string, british = false): string {
  const { whole, decimals } = readNumber(written);
  // An id or a number of an account rather than an amount.
  const isLong = whole.length > 12 && !/[,\s]/u.test(written) && !/0{6}$/u.test(whole);
  const head = whole === '' ? '' : isLong ? digitByDigit(whole, 'zero') : cardinal(whole, british);
  if (decimals === '') return head;
  return `${head} point ${digitByDigit(decimals, 'zero')}`.trim();
}

/** Whether one thing is counted: `1`, and no other. */
export function isOne(written: string): boolean {
  return /^0*1$/u.test(written);
}
