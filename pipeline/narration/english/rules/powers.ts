import { cardinal } from '../numbers/cardinal.ts';
import { ordinal } from '../numbers/ordinal.ts';
import type { Reading, Rule } from '../rule.ts';
import { say } from '../speaking.ts';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number, a letter, a bracket; or a few letters in an equation: `E = mc²`. */
const base = /(?:\d|(?:^|[^\p{L}])\p{L}|\)|π|[=+−×·/-] ?\p{Ll}{1,3})$/u;

/** `x²`, `10⁶`, `10⁻³`, `2^10`, `x^n`: behind a number or a single letter; a note's number behind a word is a number. */
const powers: Rule = {
  name: 'powers',
  group: 'numbers',
  // The raised letters count as letters.
  starts: ['sign', 'lower'],
  pattern: new RegExp(
    `(?:(?:(?<minus>⁻)|⁺)?(?<signs>[${raised}]{1,8})|(?<letter>[ⁿⁱˣ])|\\^(?:\\(?(?<caretMinus>[-−])?(?<caret>\\d{1,6})\\)?|(?<caretLetter>\\p{L})(?!\\p{L})))`,
    'dyu',
  ),
  read: (hit): Reading | undefined => {
    const signs = hit.group('signs');
    const digits =
      hit.group('caret') ||
      (signs === '' ? '' : Array.from(signs, (sign) => String(raised.indexOf(sign))).join(''));
    const isNegative = hit.group('minus') + hit.group('caretMinus') !== '';
    const isBase = base.test(hit.before) || hit.group('caret') !== '';
    if (digits === '') {
      const letter = hit.group('caretLetter') || hit.match.normalize('NFKC');
      return {
        words: [...say('to the', hit), { text: letter, begin: hit.begin, end: hit.end, letters: true }],
      };
    }
    if (!isBase) return { words: say(cardinal(digits), hit) };
    if (isNegative) return { words: say(`to the minus ${cardinal(digits)}`, hit) };
    if (digits === '2') return { words: say('squared', hit) };
    if (digits === '3') return { words: say('cubed', hit) };
    return { words: say(`to the ${ordinal(digits)}`, hit) };
  },
};

export const powerRules: readonly Rule[] = [powers];
