import type { Rule, Start } from '../rule.ts';
import { abbreviationRules } from './abbreviations.ts';
import { codeLetters, codeRules } from './codes.ts';
import { addressRules } from './addresses.ts';
import { emojiRules } from './emoji.ts';
import { signedLetters, symbolRules } from './symbols.ts';
import { dateRules } from './dates.ts';
import { fractionRules } from './fractions.ts';
import { labelRules } from './labels.ts';
import { letterRules } from './letters.ts';
import { moneyRules } from './money.ts';
import { anyDigits, plainNumber } from './numbers.ts';
import { ordinalRules } from './ordinals.ts';
import { phoneRules } from './phones.ts';
import { powerRules } from './powers.ts';
import { rangeRules, scoreRules } from './ranges.ts';
import { romanRules } from './roman.ts';
import { scaleRules } from './scales.ts';
import { timeRules } from './times.ts';
import { bareUnitRules, dimensionRules } from './dimensions.ts';
import { unitRules } from './units.ts';
import { yearRules } from './years.ts';

/** In this order: the first that reads a place wins, so the most particular come first. */
export const rules: readonly Rule[] = [
  ...emojiRules,
  ...signedLetters,
  ...addressRules,
  ...phoneRules,
  ...dateRules,
  ...codeRules,
  ...yearRules,
  ...timeRules,
  ...moneyRules,
  ...labelRules,
  ...scaleRules,
  ...dimensionRules,
  ...unitRules,
  ...bareUnitRules,
  ...scoreRules,
  ...ordinalRules,
  ...fractionRules,
  ...rangeRules,
  ...romanRules,
  ...abbreviationRules,
  ...letterRules,
  ...codeLetters,
  ...powerRules,
  plainNumber,
  ...symbolRules,
  anyDigits,
];

const byStart: Readonly<Record<Start, readonly Rule[]>> = {
  digit: startingWith('digit'),
  lower: startingWith('lower'),
  upper: startingWith('upper'),
  sign: startingWith('sign'),
};

/** The rules that are worth trying where such a character stands. */
export function rulesOf(start: Start): readonly Rule[] {
  return byStart[start];
}

function startingWith(start: Start): readonly Rule[] {
  return rules.filter(({ starts }) => starts.includes(start));
}
