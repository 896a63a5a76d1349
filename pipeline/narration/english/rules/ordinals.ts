import { pauseOfStop } from '../ends-sentence.ts';
import { ordinal } from '../numbers/ordinal.ts';
import { plural } from '../numbers/plural.ts';
import { say } from '../speaking.ts';
import { pattern, type Rule } from '../rule.ts';

const ending = '(?:st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ|º|ª)';

/** `1st`, `21st`, `1,000th`, `two 3rds`, `1st–3rd`, `18th-century` */
const ordinalNumber: Rule = {
  name: 'ordinal',
  group: 'ordinals',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<digits>\d{1,3}(?:,\d{3}){1,6}|\d{1,18})${ending}(?<many>s?)(?![\p{L}\d])`),
  read: (hit) => {
    if (/[\p{L}\d.,]$/u.test(hit.before)) return undefined;
    const words = ordinal(hit.group('digits').replace(/,/gu, ''), hit.british);
    return { words: say(hit.group('many') === 's' ? plural(words) : words, hit) };
  },
};

/** `the 18th–19th c.`, `18th/19th centuries`: C. behind an ordinal is a century. */
const century: Rule = {
  name: 'century',
  group: 'ordinals',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<digits>1?\d|2[01])(?:st|nd|rd|th)[ \u00A0-]?(?<c>[cC]\.|C)(?![\p{L}\d])`),
  read: (hit) => ({
    words: [...say(ordinal(hit.group('digits')), hit.place('digits')), ...say('century', hit.place('c'))].map(
      (word, index) => (index === 0 ? { ...word, end: hit.place('digits').end + 2 } : word),
    ),
    ...(hit.match.endsWith('.') ? pauseOfStop(hit.after) : {}),
  }),
};

export const ordinalRules: readonly Rule[] = [century, ordinalNumber];
