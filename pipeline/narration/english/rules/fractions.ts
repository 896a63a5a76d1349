import { cardinal } from '../numbers/cardinal.ts';
import { fractionPart } from '../numbers/ordinal.ts';
import { say } from '../speaking.ts';
import { pattern, type Hit, type Reading, type Rule, type Said } from '../rule.ts';

/** Fractions that are one sign: what stands above and below the line. */
const signs: Readonly<Record<string, string>> = {
  '¼': '1/4', '½': '1/2', '¾': '3/4', '⅓': '1/3', '⅔': '2/3', '⅕': '1/5', '⅖': '2/5', '⅗': '3/5', '⅘': '4/5', '⅙': '1/6',
  '⅚': '5/6', '⅐': '1/7', '⅛': '1/8', '⅜': '3/8', '⅝': '5/8', '⅞': '7/8', '⅑': '1/9', '⅒': '1/10', '↉': '0/3',
}; // prettier-ignore

/** `½`, `3¾`, `3 ¾` */
const oneSign: Rule = {
  name: 'fraction of one sign',
  group: 'fractions',
  starts: ['digit', 'sign'],
  pattern: pattern('(?:(?<whole>\\d{1,12})[ \\u00A0]?)?(?<sign>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉])'),
  read: (hit) => {
    const [above = '', below = ''] = (signs[hit.group('sign')] ?? '').split('/');
    return fraction(hit, hit.group('whole'), above, below);
  },
};

const plainParts = new Set('2 3 4 5 6 7 8 9 10 12 16 20 32 50 64 100 1000 1,000'.split(' '));
const rating =
  /(?:rat(?:e|ed|es|ing)|scor(?:e|ed|es|ing)|gave|give|gives|got|mark(?:ed)?|review|stars?|solid|perfect|a|an)(?: (?:it|them|him|her|this|of|a|an|as|at)){0,3} $/iu;

/** `1/2`, `3 1/2`, `7/8`; `8/10` as a mark; `6/8 time`; others "over". */
const slashed: Rule = {
  name: 'fraction',
  group: 'fractions',
  starts: ['digit'],
  pattern: pattern(
    String.raw`(?:(?<whole>\d{1,6})[ \u00A0-])?(?<above>\d{1,6})/(?<below>\d{1,3}(?:,\d{3}){1,2}|\d{1,7})(?:ths?|rds?)?(?![\p{L}\d/]|[.,]\d)`,
  ),
  read: (hit) => {
    const [whole, above, below] = [hit.group('whole'), hit.group('above'), hit.group('below')];
    if (/[\p{L}\d/.,]$/u.test(hit.before) || above.startsWith('0') || below.startsWith('0')) return undefined;
    const isTime = /^[ -](?:time|meter|metre|measure|signature|beat)(?!\p{L})/u.test(hit.after);
    if (isTime && whole === '') return joined(hit, '');
    const isMark = /^(?:5|10|100)$/u.test(below) && whole === '';
    if (
      isMark &&
      (above === below || isReducible(above, below) || (rating.test(hit.before) && Number(above) > 1))
    )
      return joined(hit, 'out of ');
    const isPart = Number(above) < Number(below.replace(/,/gu, '')) && plainParts.has(below);
    if (isPart) return fraction(hit, whole, above, below);
    return whole === '' ? joined(hit, 'over ') : undefined;
  },
};

/** "8/10" has a shorter form as a fraction, so it is a mark. */
function isReducible(above: string, below: string): boolean {
  return below === '10' && (Number(above) % 2 === 0 || Number(above) % 5 === 0);
}

function joined(hit: Hit, joint: string): Reading {
  const above = say(cardinal(hit.group('above')), hit.place('above'));
  const below = say(joint + cardinal(hit.group('below').replace(/,/gu, '')), hit.place('below'));
  return { words: [...above, ...below] };
}

function fraction(hit: Hit, whole: string, above: string, below: string): Reading {
  const isSingle = above === '1';
  const part = fractionPart(below.replace(/,/gu, ''), isSingle);
  const isHalf = isSingle && below === '2';
  const own = isHalf && whole !== '' ? 'a' : above === '0' ? 'zero' : cardinal(above);
  // "half a mile", "a half-inch gap".
  if (isHalf && whole === '' && /^(?: an? |-\p{L})/u.test(hit.after)) return { words: say('half', hit) };
  if (whole === '') return { words: withOf(say(`${own} ${part}`, hit), hit) };
  return { words: say(`${cardinal(whole)} and ${own} ${part}`, hit) };
}

/** "one quarter of a mile": what follows with an article is a part of something. */
function withOf(words: readonly Said[], hit: Hit): readonly Said[] {
  return /^ an? /u.test(hit.after) ? [...words, ...say('of', hit)] : words;
}

export const fractionRules: readonly Rule[] = [oneSign, slashed];
