import { cardinal, digitByDigit } from '../numbers/cardinal.ts';
import { numberSource, numberWords } from '../numbers/number-pattern.ts';
import { yearWords } from '../numbers/year.ts';
import { pattern, type Hit, type Rule } from '../rule.ts';
import { reading } from '../speaking.ts';

/** Any number: `1,200`, `3.14`, `007`, `1914`. */
export const plainNumber: Rule = {
  name: 'number',
  group: 'numbers',
  starts: ['digit', 'sign'],
  pattern: pattern(`(?<sign>[+−–-](?=\\.?\\d))?(?<number>${numberSource})`),
  read: (hit) => {
    const sign = hit.group('sign');
    // A hyphen behind a word or number is no minus.
    if (sign !== '' && /[\p{L}\p{M}\p{N})\].,]$/u.test(hit.before)) return undefined;
    const number = hit.group('number');
    const spoken = readAlone(number, hit);
    return reading(sign === '' ? spoken : `${sign === '+' ? 'plus' : 'minus'} ${spoken}`, hit);
  },
};

function readAlone(number: string, hit: Hit): string {
  if (/^0\d+$/u.test(number)) return digitByDigit(number, 'oh');
  if (/^(?:10[1-9]|1[1-9]\d|20\d)\d$/u.test(number) && !isCounted(hit)) return yearWords(number, hit.british);
  return numberWords(number, hit.british);
}

const counted =
  /^[ \u00A0-](?:(?!was|is|as|has|its|this|does|plus|his|thus|across|towards|always|perhaps|sees|saw)\p{Ll}{3,20}s|people|men|women|children)(?![\p{L}’'])/u;
const yearly =
  /(?:^|\P{L})(?:in|since|by|until|till|from|of|after|before|around|circa|during|year|the)[ \u00A0]$/iu;

/** "1914 soldiers": things are counted; "in 1914 soldiers" is a year. */
function isCounted(hit: Hit): boolean {
  return hit.group('sign') !== '' || (counted.test(hit.after) && !yearly.test(hit.before));
}

/** Digits that no rule has read, of whatever script. */
export const anyDigits: Rule = {
  name: 'digits',
  group: 'numbers',
  starts: ['digit', 'sign', 'lower', 'upper'],
  pattern: pattern(String.raw`\p{N}`),
  read: (hit) => {
    const plain = hit.match.normalize('NFKC');
    if (/^[0-9]+$/u.test(plain)) return reading(cardinal(plain, hit.british), hit);
    const letters = plain.replace(/\P{L}/gu, '');
    return reading(letters === '' ? 'numeral' : letters, hit);
  },
};
