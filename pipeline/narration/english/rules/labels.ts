import { digitByDigit, cardinal } from '../numbers/cardinal.ts';
import { plural } from '../numbers/plural.ts';
import { pairWords } from '../numbers/year.ts';
import { paired } from '../tables/labels.ts';
import { saidAsTheyAre } from '../tables/said-as-they-are.ts';
import { reading } from '../speaking.ts';
import { pattern, type Rule } from '../rule.ts';

/** `24/7`, `9/11`, `401(k)`: as everybody says them. */
const known: Rule = {
  name: 'known figures',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(
    `(?:${Object.keys(saidAsTheyAre)
      .map((written) => written.replace(/[()]/gu, '\\$&'))
      .join('|')})(?![\\p{L}\\d/]|[.,-]\\d)`,
  ),
  read: (hit) =>
    /[\p{L}\d/.-]$/u.test(hit.before) ? undefined : reading(saidAsTheyAre[hit.match] ?? '', hit),
};

/** `747s`, `F-16s`, `the 500s` */
const plurals: Rule = {
  name: 'plural of a number',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(String.raw`(?<digits>\d{1,12})s(?![\p{L}\d])`),
  read: (hit) => {
    const digits = hit.group('digits');
    // `30s` is thirty seconds.
    if (digits.length < 3 && !/\p{L}-?$/u.test(hit.before)) return undefined;
    const isName = digits.length === 3 && !digits.endsWith('00');
    return reading(plural(isName ? pairWords(digits) : cardinal(digits, hit.british)), hit);
  },
};

/** `Flight 370`, `Room 101`, `a 747`, `dial 911`: pairs or single digits rather than an amount. */
const labelled: Rule = {
  name: 'number as a name',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(String.raw`\d{3,4}(?![\p{L}\d]|[.,:/]\d)`),
  read: (hit) => {
    const { before, match } = hit;
    const isCalled = /(?:call|dial|ring|phone|text)(?:s|ed|led|ing|ling)?(?: up)? $/iu.test(before);
    const isEmergency =
      match === '911' &&
      /^ (?:call|operator|dispatch|line|tape)/u.test(hit.after) &&
      /(?:\ba|the) $/iu.test(before);
    if (isCalled || isEmergency) return reading(digitByDigit(match, 'oh'), hit);
    const label = /(?:^|[^\p{L}])(\p{L}+)(?: \p{Lu}{1,2})?\.?[ \u00A0](?:No\.? )?$/u.exec(before)?.[1] ?? '';
    const isPaired = paired.has(label.toLowerCase()) && /^\p{Lu}/u.test(label);
    const isAeroplane = /^7[0-8]7$/u.test(match) && /(?:\ban?|Boeing) $/iu.test(before);
    const isCode = /\p{Lu}{1,3}-?$/u.test(before) && !/\p{Lu}{4}-?$/u.test(before) && match.length === 3;
    if (!isPaired && !isAeroplane && !isCode) return undefined;
    return reading(match.startsWith('0') ? digitByDigit(match, 'oh') : pairWords(match), hit);
  },
};

/** A postal code behind a state: `CA 90210`. */
const postal: Rule = {
  name: 'postal code',
  group: 'numbers',
  starts: ['digit'],
  pattern: pattern(String.raw`\d{5}(?:-\d{4})?(?![\p{L}\d])`),
  read: (hit) =>
    /, \p{Lu}{2} $/u.test(hit.before)
      ? reading(digitByDigit(hit.match.replace('-', ''), 'oh'), hit)
      : undefined,
};

export const labelRules: readonly Rule[] = [known, plurals, labelled, postal];
