import { greekLetters, symbols } from '../tables/symbols.ts';
import { reading, say, spellOut } from '../speaking.ts';
import { pattern, type Rule } from '../rule.ts';

const digitAfter = /^[ \u00A0]?[$£€]?[\d.−-]/u;

/** A row of the same sign is a line drawn in the text: `=====`, `* * *`. */
const drawnLine: Rule = {
  name: 'drawn line',
  group: 'symbols',
  starts: ['sign'],
  pattern: pattern(String.raw`(?<sign>[=+*#~_<>|^&@%°§•·-])(?:[ \u00A0]?\k<sign>){2,200}`),
  read: () => ({ words: [] }),
};

/** `C#`, `F♯`, `C++` */
const sharp: Rule = {
  name: 'sharp',
  group: 'symbols',
  starts: ['upper'],
  pattern: pattern(String.raw`(?<letter>[A-G])(?<sign>#|\+\+)(?![\p{L}\p{N}+#])`),
  read: (hit) => ({
    words: [
      ...spellOut(hit.group('letter'), hit.begin),
      ...say(hit.group('sign') === '#' ? 'sharp' : 'plus plus', hit.place('sign')),
    ],
  }),
};

const either =
  /^(?:and|he|she|his|her|him|they|them|or|yes|no|is|are|mother|father|male|female|win|pass|on|true)$/iu;

/** `and/or`, `he/she`, `TCP/IP`, `input/output` */
const slash: Rule = {
  name: 'slash',
  group: 'symbols',
  starts: ['sign'],
  pattern: pattern(String.raw`[/\\](?=\p{L})`),
  read: (hit) => {
    const before = /(\p{L}+)$/u.exec(hit.before)?.[1] ?? '';
    const after = /^\p{L}+/u.exec(hit.after)?.[0] ?? '';
    if (before === '') return /[ \u00A0(]$|^$/u.test(hit.before) ? reading('slash', hit) : undefined;
    // "and/or" names its "or" itself.
    if (before.toLowerCase() === 'and' && after.toLowerCase() === 'or') return { words: [] };
    if (either.test(before)) return reading('or', hit);
    // Capitals that belong together: "TCP/IP", "AC/DC".
    return /^\p{Lu}+$/u.test(before + after) ? { words: [] } : reading('slash', hit);
  },
};

/** `5 - 3 = 2`, `5 * 3`, `6 / 2`, `a - b` */
const operator: Rule = {
  name: 'operator',
  group: 'symbols',
  starts: ['sign'],
  pattern: pattern(String.raw`(?<sign>[-−*/·])(?=[ \u00A0]?(?:\d|\p{L}(?!\p{L})))`),
  read: (hit) => {
    const isSpaced =
      /(?:[\d)²³]|(?:^|[^\p{L}])[b-hj-zB-HJ-Z])[ \u00A0]$/u.test(hit.before) && /^[ \u00A0]/u.test(hit.after);
    const isTight = /\d$/u.test(hit.before) && /^\d/u.test(hit.after) && !/[-/]/u.test(hit.match);
    if (!isSpaced && !isTight) return undefined;
    const word =
      { '-': 'minus', '−': 'minus', '*': 'times', '·': 'times', '/': 'divided by' }[hit.match] ?? '';
    return reading(word, hit);
  },
};

/** Signs whose names depend on what stands beside them. */
const sign: Rule = {
  name: 'sign',
  group: 'symbols',
  starts: ['sign'],
  pattern: pattern(String.raw`§§|==|&&|[<>!]=|->|=>|[^\p{L}\p{M}\p{N}\s]`),
  read: (hit) => {
    const { match, before, after } = hit;
    const word = signWord(match, before, after);
    return word === undefined ? undefined : reading(word, hit);
  },
};

const pairs: Readonly<Record<string, string>> = { '§§': 'sections', '==': 'equals', '&&': 'and', '<=': 'less than or equal to', '>=': 'greater than or equal to', '!=': 'is not equal to', '->': 'to', '=>': 'to' }; // prettier-ignore

function signWord(match: string, before: string, after: string): string | undefined {
  const pair = pairs[match];
  if (pair !== undefined) return pair;
  if (match === '#') return digitAfter.test(after) ? 'number' : /^\p{L}/u.test(after) ? 'hash' : undefined;
  if (match === '~') return /^\d/u.test(after) ? 'about' : undefined;
  if (match === '≈' && !/[\p{L}\p{N})][ \u00A0]?$/u.test(before)) return 'approximately';
  // Brackets of quotations and of code.
  if (
    /[<>]/u.test(match) &&
    !(/[\p{L}\p{N})^][ \u00A0]$|^$|[(][ \u00A0]?$|\d$/u.test(before) && digitOrLetter.test(after))
  )
    return undefined;
  if (match === '-' || match === "'" || match === '"') return undefined;
  return symbols[match];
}

const digitOrLetter = /^[ \u00A0]?[\p{L}\p{N}−$£€(.-]/u;

/** `α`, `π`: a Greek letter that stands alone is named. */
const greek: Rule = {
  name: 'Greek letter',
  group: 'symbols',
  starts: ['lower', 'upper', 'sign'],
  pattern: pattern(String.raw`\p{Script=Greek}(?![\p{L}\p{M}])|µ(?![\p{L}\p{M}])`),
  read: (hit) => {
    const name = greekLetters[hit.match];
    return name === undefined || /[\p{Script=Greek}\p{M}]$/u.test(hit.before)
      ? undefined
      : reading(name, hit);
  },
};

export const symbolRules: readonly Rule[] = [greek, operator, slash, sign];

/** Before single letters and marks are read. */
export const signedLetters: readonly Rule[] = [drawnLine, sharp];
