import { belowHundred, cardinal } from './cardinal.ts';
import { plural } from './plural.ts';

/** `1914` is "nineteen fourteen", `1900` "nineteen hundred", `2007` "two thousand seven", `476` "four seventy-six". */
export function yearWords(digits: string, british = false): string {
  const value = Number(digits);
  const century = Math.floor(value / 100);
  const rest = value % 100;
  const isPaired = value > 99 && value < 10_000 && century % 10 !== 0 && value !== 1000;
  // "twenty twenty-two", but "two thousand seven".
  const isRecent = value >= 2010 && value < 2100;
  const isEarly = value >= 1010 && value < 1100;
  if (!isPaired && !isRecent && !isEarly) return cardinal(digits, british);
  if (rest === 0) return `${belowHundred(century)} hundred`;
  return `${belowHundred(century)} ${twoDigits(rest)}`;
}

/** The last two digits of a year, and minutes: "oh five". */
export function twoDigits(value: number): string {
  return value < 10 ? `oh ${belowHundred(value)}` : belowHundred(value);
}

/** `1990` is "nineteen nineties", `1900` "nineteen hundreds", `90` "nineties". */
export function decadeWords(digits: string, british = false): string {
  return plural(yearWords(digits, british));
}

/** Labels are said in pairs: Flight 370 "three seventy", Room 101 "one oh one", A 1234 "twelve thirty-four". */
export function pairWords(digits: string, british = false): string {
  const value = Number(digits);
  const rest = value % 100;
  if (digits.startsWith('0') || digits.length < 3 || digits.length > 4) return cardinal(digits, british);
  if (value % 1000 === 0) return cardinal(digits, british);
  const head = belowHundred(Math.floor(value / 100));
  return rest === 0 ? `${head} hundred` : `${head} ${twoDigits(rest)}`;
}
