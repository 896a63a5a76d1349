import { cardinal } from '../numbers/cardinal.ts';
import { ordinal } from '../numbers/ordinal.ts';
import type { Hit, Reading, Rule } from '../rule.ts';
import { say } from '../speaking.ts';
import { counted, regnal } from '../tables/labels.ts';

const canonical = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u;
const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a numeral in capitals, in the usual form: `XIV`, not `XIIII`. */
function romanValue(numeral: string): number | undefined {
  if (numeral === '' || !canonical.test(numeral)) return undefined;
  let value = 0;
  for (const [index, sign] of Array.from(numeral).entries()) {
    const own = values[sign] ?? 0;
    value += own < (values[numeral[index + 1] ?? ''] ?? 0) ? -own : own;
  }
  return value;
}

const word = String.raw`[\p{L}\p{M}’'-]`;
const wordBefore = new RegExp(String.raw`(?:^|[^\p{L}])((?:${word}+ ){0,2}?)(${word}+)\.?[ \u00A0]$`, 'u');
/** Behind "Charles I" a verb of his; behind "Charles and I" and "when Charles I saw" the pronoun. */
const notPronoun =
  /^(?:$|[.,;:!?)\]”"—–-]|[’']s(?!\p{L})|\s+(?:of|was|and|died|to|in|became|ruled|reigned|who|from|on|is|had|by|the|at|with|or|as|for|succeeded|married|made|granted|ordered|ascended|abdicated|begins?|ends?|covers?|deals?|describes?|opens?|[(–—])(?![\p{L}]))/u;

/** `Chapter IV`, `Louis XVI’s`, `World War II`, `Parts I–III`, `pp. ix–xii`, `(iii)`, a heading that is only `II`. */
const numerals: Rule = {
  name: 'roman',
  group: 'roman',
  starts: ['upper', 'lower'],
  pattern:
    /(?:[IVXLCDM]{1,15}|[ivxlcdm]{1,15})(?![\p{L}\p{M}\p{N}]|['’](?!s(?!\p{L})|[^\p{L}]|$)|\.\p{L})/duy,
  read: (hit) => {
    const upper = hit.match.toUpperCase();
    const value = romanValue(upper);
    if (value === undefined || /[\p{L}\p{N}'’.&@#/_]$/u.test(hit.before)) return undefined;
    const kind = kindOf(hit, upper, value);
    return kind === undefined ? undefined : read(hit, value, kind);
  },
};

function read(hit: Hit, value: number, kind: 'cardinal' | 'ordinal' | 'reign'): Reading {
  const digits = String(value);
  if (kind === 'cardinal') return { words: say(cardinal(digits, hit.british), hit) };
  const words = `${kind === 'reign' ? 'the ' : ''}${ordinal(digits, hit.british)}`;
  return { words: say(words, hit) };
}

function kindOf(hit: Hit, upper: string, value: number): 'cardinal' | 'ordinal' | 'reign' | undefined {
  const { before, after, match, text } = hit;
  const isLower = match !== upper;
  // "I, II and III": numerals in a row.
  if (match === 'I' && /^(?:,| and| or|–) ?(?:II|V)(?:I|(?!\p{L}))/u.test(after)) return 'cardinal';
  if (
    match.length > 1 &&
    /^[IVX]+$/u.test(match) &&
    /(?:^|[\s(])[IVX]{1,5}(?:,? and |,? or |, )$/u.test(before)
  )
    return 'cardinal';
  if (isAlone(hit, value)) return 'cardinal';
  // "Parts I and II", "Chapters I–IV": the first one was a numeral.
  const first = /(?:^|[^\p{L}\p{N}])([IVXLC]+|[ivxlc]+)(?: and | or | & | to |, |[-–—])$/u.exec(before);
  if (
    !(match === 'I' && first?.[0].endsWith(', ')) &&
    first !== null &&
    labelBefore(before.slice(0, first.index + 1)) &&
    (match.length > 1 || /^[IVX]$/u.test(match) || isLower)
  )
    return 'cardinal';
  const found = wordBefore.exec(before);
  const last = found?.[2] ?? '';
  const isCapital = /^\p{Lu}/u.test(last);
  if (isLower) {
    if (
      /(?:^|[\s(])\($/u.test(before) &&
      after.startsWith(')') &&
      /^[ivx]+$/u.test(match) &&
      match !== 'x' &&
      value < 40
    )
      return 'cardinal';
    return counted.has(last.toLowerCase()) && /^[ivxl]+$/u.test(match) ? 'cardinal' : undefined;
  }
  if ((counted.has(last.toLowerCase()) || /^Wars$/u.test(last)) && isCapital) {
    if (match === 'I' && !notPronoun.test(after) && !/World War $/u.test(before)) return undefined;
    // "Section C", "Appendix D": letters count there.
    return match.length === 1 && !/[IVX]/u.test(match) ? undefined : 'cardinal';
  }
  if (counted.has(last.toLowerCase()) && match.length > 1 && value < 90) return 'cardinal';
  if (value > 40 && !/^[XLVI]{2,}$/u.test(match)) return undefined;
  const names = `${found?.[1] ?? ''}${last}`.split(' ');
  if (isCapital && (regnal.has(last) || names.some((name) => regnal.has(name) && /^\p{Lu}/u.test(last)))) {
    if (
      match === 'I' &&
      !(
        regnal.has(last) &&
        notPronoun.test(after) &&
        !/^\s+(?:had|made|is)/u.test(after) &&
        !startsClause(text, hit)
      )
    )
      return undefined;
    if (match === 'X' && last === 'Malcolm') return undefined;
    return 'reign';
  }
  if (match.length < 2 || !/^[XVI]+$/u.test(match)) return undefined;
  // "the XXI Olympiad", "the XIX century".
  if (
    /(?:^|\s)(?:the|an?|der|of the) $/iu.test(before) &&
    /^ (?:\p{Lu}\p{Ll}|century|centuries|dynasty)/u.test(after) &&
    match !== 'IV'
  )
    return 'ordinal';
  return isCapital && !/^(?:The|A|An|In|On|An|This|That|My|His|Her|If|And|But)$/u.test(last)
    ? 'cardinal'
    : undefined;
}

/** "Elizabeth I had met": a name at the beginning of the text may well be one whom the speaker met. */
function startsClause(text: string, hit: Hit): boolean {
  return (
    /(?:when|and|if|that|because|like|with|told|gave|whom) \p{Lu}\p{Ll}+ $/u.test(hit.before) &&
    /^\s+(?:was|had|and)/u.test(text.slice(hit.end, hit.end + 10))
  );
}

/** A heading that is only a numeral (`II`, `IV.`), or that begins with one: `II. The Voyage`. */
function isAlone({ text, begin, end, match, after }: Hit, value: number): boolean {
  if (value > 89 || !/^[IVXL]+$/u.test(match) || match === 'L') return false;
  if (text.slice(0, begin).trim() !== '') return false;
  if (/^\s*\.?\s*$/u.test(after)) return true;
  const rest = /^(?:[.:)]| [—–-]) (?=[\p{Lu}“"‘])/u.exec(after);
  // "V. Woolf wrote it." begins with a name, "V. The Voyage" is a heading.
  return rest !== null && (match.length > 1 || (text.length - end < 60 && !/[.!?]["”’]?\s*$/u.test(text)));
}

function labelBefore(before: string): boolean {
  const label =
    /(\p{L}+)\.?[ \u00A0](?:[IVXLCivxlc]{1,8}(?: and | or | & | to |, |[-–—]))*$/u.exec(before)?.[1] ?? '';
  return counted.has(label.toLowerCase()) || counted.has(label.toLowerCase().replace(/s$/u, ''));
}

/** `the XVIIth century` */
const withEnding: Rule = {
  name: 'roman ordinal',
  group: 'roman',
  starts: ['upper'],
  pattern: /(?<numeral>[IVXLC]{1,8})(?:st|nd|rd|th)(?![\p{L}\p{N}])/duy,
  read: (hit) => {
    const value = romanValue(hit.group('numeral'));
    return value === undefined ? undefined : { words: say(ordinal(String(value), hit.british), hit) };
  },
};

/** `WWII`. */
const worldWars: Rule = {
  name: 'roman',
  group: 'roman',
  starts: ['upper'],
  pattern: /WW(?<numeral>I{1,3}|[123])(?![\p{L}\d])/duy,
  read: (hit) => {
    const numeral = hit.group('numeral');
    const value = /^\d/u.test(numeral) ? numeral : String(numeral.length);
    return { words: say(`World War ${cardinal(value)}`, hit) };
  },
};

/** `Ⅳ`: numerals that are one sign, and other numbers in a ring. */
const oneSign: Rule = {
  name: 'roman',
  group: 'roman',
  starts: ['sign', 'upper', 'lower'],
  pattern: /[\u2160-\u217F]{1,6}/duy,
  read: (hit) => {
    const value = romanValue(hit.match.normalize('NFKC').toUpperCase());
    return value === undefined ? undefined : { words: say(cardinal(String(value)), hit) };
  },
};

export const romanRules: readonly Rule[] = [worldWars, withEnding, oneSign, numerals];
