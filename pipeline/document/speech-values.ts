import { faultInIpa } from '../ipa.ts';
import { wordingRules } from '../wording-rules.ts';

/** Bounds of a pause that an author may ask for, in seconds. */
export const pauseBounds = { least: 0.05, most: 30 } as const;

/** "1.5" or "1.5s" as seconds, or undefined for what is none or out of bounds. */
export function pauseSeconds(written: string): number | undefined {
  const number = /^(\d+(?:\.\d+)?|\.\d+)\s*s?$/u.exec(written.trim())?.[1];
  const seconds = Number(number);
  return number !== undefined && seconds >= pauseBounds.least && seconds <= pauseBounds.most
    ? seconds
    : undefined;
}

/** The names in a list that spaces or commas part. */
export function ruleNames(written: string): readonly string[] {
  return written.split(/[\s,]+/u).filter((name) => name !== '');
}

export function isRule(name: string): boolean {
  return wordingRules.some((rule) => rule === name);
}

export function isIpa(written: string): boolean {
  return faultInIpa(written) === undefined;
}

/** Words that can be said. */
export function isSayable(written: string): boolean {
  return /[\p{L}\p{N}]/u.test(written);
}
