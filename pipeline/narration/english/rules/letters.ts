import type { Hit, Rule, Said } from '../rule.ts';
import { capital, spellOut } from '../speaking.ts';
import { pauseOfStop } from '../ends-sentence.ts';
import { lettered } from '../tables/labels.ts';

/** `U.S.`, `p.m.`, `Ph.D.s`, `J.R.R.`: each letter by its name. */
const initialisms: Rule = {
  name: 'letters',
  group: 'abbreviations',
  starts: ['upper', 'lower'],
  pattern:
    /(?:\p{L}\.[ ]?(?=\p{L}\.)|Ph\.[ ]?(?=D))(?:\p{L}\.(?:[ ]?(?=\p{L}\.)|(?=\p{L}(?!\p{L})))){0,8}\p{L}(?<stop>\.)?(?:['’]?s(?!\p{L}))?(?![\p{L}\p{M}])/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}@#/_]$/u.test(hit.before)) return undefined;
    const words: Said[] = [];
    const ending = /['’]?s$/u.exec(hit.match)?.[0] ?? '';
    const bare =
      ending !== '' && /[.\p{Lu}]['’]?s$/u.test(hit.match) ? hit.match.slice(0, -ending.length) : hit.match;
    for (const { 0: letter, index } of bare.matchAll(/\p{L}/gu))
      words.push(...spellOut(capital(letter), hit.begin + index));
    const last = words.at(-1);
    if (bare !== hit.match && last !== undefined)
      words[words.length - 1] = { ...last, text: `${last.text}’s`, end: hit.end };
    const isEnd = hit.match.endsWith('.');
    return { words, ...(isEnd && pauseOfStop(hit.after)) };
  },
};

/** The initials of `J. Smith`, `George W. Bush`, `J. R. R. Tolkien`. */
const initials: Rule = {
  name: 'letters',
  group: 'abbreviations',
  starts: ['upper'],
  pattern: /\p{Lu}\.(?=[ \u00A0]?\p{Lu})/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}'’@#/_]$/u.test(hit.before)) return undefined;
    const letter = hit.match.charAt(0);
    // "So am I. But": a sentence ends behind the pronoun, "vitamin C. It" behind the letter.
    const startsSentence = pauseOfStop(hit.after).pause !== undefined;
    if (letter === 'I' && (startsSentence || /\p{Ll} $/u.test(hit.before))) return undefined;
    return { words: spellOut(letter, hit.begin), ...(startsSentence && { pause: '.' }) };
  },
};

/** `R&D`, `AT&T`, `Q&A`: letters on both sides of the sign. */
const joined: Rule = {
  name: 'letters',
  group: 'abbreviations',
  starts: ['upper'],
  pattern: /(?<first>\p{Lu}{1,3}) ?& ?(?<second>\p{Lu}{1,3})(?<ending>['’]?s)?(?![\p{L}\p{N}])/duy,
  read: (hit) => {
    if (/[\p{L}\p{N}'’@#/_&]$/u.test(hit.before)) return undefined;
    const sign = hit.begin + hit.match.indexOf('&');
    const second = spellOut(hit.group('second'), hit.place('second').begin);
    const ending = hit.group('ending');
    const last = second.at(-1);
    return {
      words: [
        ...spellOut(hit.group('first'), hit.begin),
        { text: 'and', begin: sign, end: sign + 1 },
        ...second.slice(0, -1),
        ...(last === undefined
          ? []
          : [ending === '' ? last : { ...last, text: `${last.text}’s`, end: hit.end }]),
      ],
    };
  },
};

/** A letter that stands alone: `vitamin A`, `the letter e`, `x = 3`. Not the article, nor the pronoun. */
const single: Rule = {
  name: 'letters',
  group: 'abbreviations',
  starts: ['upper', 'lower'],
  pattern: /[\p{Lu}\p{Ll}](?![\p{L}\p{M}\u200D]|['’]\p{L}{2}|['’](?:t|m|d)(?!\p{L}))/duy,
  read: (hit) => (isLetter(hit) ? { words: spellOut(hit.match, hit.begin) } : undefined),
};

function isLetter({ match, before, after, begin }: Hit): boolean {
  if (/[\p{L}\p{M}\p{N}'’]$/u.test(before) && !/(?:^|[\s([{])['’‘]$/u.test(before)) return false;
  if (
    match === 'A' &&
    /^(?:-\p{Ll}{3}|\+(?![\p{L}\d])| (?:(?:and|or) \p{Lu}|is|was|has|stands|means)(?!\p{L}))/u.test(after)
  )
    return true;
  // "x-axis", "T-shirt", "e-mail" and "-a-": words with hyphens keep together.
  if (/^-\p{L}/u.test(after) || /\p{L}-$/u.test(before)) return false;
  if (!/^[\p{Script=Latin}]$/u.test(match)) return false;
  const lower = match.toLowerCase();
  const label = /(\p{L}+)\.?[ \u00A0]["“‘']?$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (lower === 'o' && match === 'O') return true;
  if (lower !== 'a' && lower !== 'i') return true;
  if (label === 'letter' || label === 'letters' || label === 'vowel') return true;
  // "a + b", "a < b", "f(a)": in a formula.
  if (
    /^ ?(?:[=<>≤≥×÷^²³√]|[+−*/] ?(?:[\p{L}\d](?!\p{L})))/u.test(after) ||
    /(?:[=<>≤≥×÷+−*/^√] ?|\d)$/u.test(before)
  )
    return match !== 'I';
  if (/[“‘"'(]$/u.test(before) && /^[”’"')]/u.test(after))
    return lower === 'a' || match === 'i' ? match !== 'I' : false;
  if (match === 'i') return lettered.has(label);
  if (match === 'I') return false;
  if (match === 'a') return false;
  // "Plan A", "A." alone, "an A in maths"; "Section A deals with".
  if (lettered.has(label) && !/(?:^|[.!?“"] ?)$/u.test(before)) return true;
  if (/(?:^|\s)(?:an|straight|from) $/u.test(before)) return true;
  if (begin < 60 && before.trim() === '' && /^[.:)]?\s*$/u.test(after)) return true;
  return /^[.,;:!?)\]”]/u.test(after) && before !== '' && !/[.!?] $/u.test(before);
}

export const letterRules: readonly Rule[] = [joined, initialisms, initials, single];
