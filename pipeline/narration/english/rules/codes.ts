import { cardinal, digitByDigit } from '../numbers/cardinal.ts';
import type { Rule } from '../rule.ts';
import { capital, say, spellOut } from '../speaking.ts';

/** Signs of digits below and above the line. */
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/** `H₂O`, `CO₂`, `C₆H₁₂O₆`: the letters one by one, the figures as numbers. */
const formula: Rule = {
  name: 'codes',
  group: 'numbers',
  starts: ['upper'],
  pattern: new RegExp(`(?:[A-Z][a-z]?[${lowered}]{0,4}){1,12}(?![\\p{L}\\d])`, 'dyu'),
  read: (hit) => {
    if (!new RegExp(`[${lowered}]`, 'u').test(hit.match) || /[\p{L}\p{N}]$/u.test(hit.before))
      return undefined;
    const words = [];
    for (const { 0: piece, index } of hit.match.matchAll(new RegExp(`[A-Za-z]|[${lowered}]+`, 'gu'))) {
      const begin = hit.begin + index;
      if (/[A-Za-z]/u.test(piece)) words.push(...spellOut(piece.toUpperCase(), begin));
      else words.push(...say(cardinal(asDigits(piece)), { begin, end: begin + piece.length }));
    }
    return { words };
  },
};

function asDigits(signs: string): string {
  return Array.from(signs, (sign) => String(lowered.indexOf(sign))).join('');
}

/** `x₁`: "x one". */
const below: Rule = {
  name: 'codes',
  group: 'numbers',
  starts: ['sign'],
  pattern: new RegExp(`[${lowered}]{1,12}`, 'dyu'),
  read: (hit) => ({ words: say(cardinal(asDigits(hit.match)), hit) }),
};

/** `v1.2.3`, `1.2.3`, `§ 2.3.1`. */
const versions: Rule = {
  name: 'codes',
  group: 'numbers',
  starts: ['digit', 'lower', 'upper'],
  pattern:
    /(?:(?<version>[vV])\.?(?=\d))?(?<numbers>\d{1,6}(?:\.(?:\d{1,6}|x(?!\p{L}))){0,6})(?![\d]|\.\d|\p{L}{2})/duy,
  read: (hit) => {
    if (/[\p{L}\d.,$£€/-]$/u.test(hit.before)) return undefined;
    const isVersion = hit.group('version') !== '';
    if (!isVersion && (hit.match.match(/\./gu)?.length ?? 0) < 2) return undefined;
    const place = hit.place('numbers');
    const parts = Array.from(hit.group('numbers').matchAll(/\d+|x/gu));
    return {
      words: [
        ...(isVersion ? say('version', hit) : []),
        ...parts.flatMap(({ 0: part, index }, at) => {
          const begin = place.begin + index;
          const said =
            part === 'x'
              ? 'X'
              : part.startsWith('0') && part.length > 1
                ? digitByDigit(part, 'zero')
                : cardinal(part);
          return say(`${at === 0 ? '' : 'point '}${said}`, { begin, end: begin + part.length });
        }),
      ],
    };
  },
};

/** The letters of `MP3`, `B2B`, `4K`, `F-16`, `R2-D2`: one by one, if there are few. `COVID-19` and `Win32` keep their words. */
const letters: Rule = {
  name: 'codes',
  group: 'numbers',
  starts: ['upper', 'lower'],
  pattern: /(?:\p{Lu}{1,3}|\p{L})(?![\p{L}\p{M}\u200D]|['’]\p{L}{2})/duy,
  read: (hit) => {
    const touches = /^-?\d/u.test(hit.after) || /\d-?$/u.test(hit.before);
    if (!touches || /[\p{L}\p{M}'’]$/u.test(hit.before)) return undefined;
    // "Category-5", "I-95" and "A-4": a hyphen joins one letter or a few capitals alone.
    if (hit.match.length > 1 && !/^\d/u.test(hit.after) && !/\d$/u.test(hit.before)) return undefined;
    // "50-a-day": an article between hyphens.
    if (hit.match === 'a' && /^-\p{L}/u.test(hit.after)) return undefined;
    return { words: spellOut(hit.match.length > 1 ? hit.match : capital(hit.match), hit.begin) };
  },
};

export const codeRules: readonly Rule[] = [formula, versions];
export const codeLetters: readonly Rule[] = [letters, below];
