import { digitByDigit } from '../numbers/cardinal.ts';
import type { Hit, Reading, Rule, Said } from '../rule.ts';
import { say } from '../speaking.ts';

const american = String.raw`(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-.]\d{4}`;
const international = String.raw`\+\d{1,3}(?:[ -]?\(0?\d{0,4}\))?(?:[ .-]\d{2,5}){2,6}`;
const british = String.raw`\(?0\d{2,4}\)?[ -]\d{3,4}(?:[ -]\d{3,4})?`;
const local = String.raw`\d{3}-\d{4}`;
const lettered = String.raw`1-[89]\d{2}-[A-Z]{2,8}(?:-[A-Z]{2,8})?`;

/** `1-800-555-0199`, `(212) 555-0147`, `+44 20 7946 0958`, `020 7946 0958`, `555-0147`, `1-800-FLOWERS`: digits in groups. */
const numbers: Rule = {
  name: 'phones',
  group: 'phones',
  starts: ['digit', 'sign'],
  pattern: new RegExp(
    `(?:${american}|${international}|${lettered}|${british}|${local})(?![\\p{L}\\d]|[-/]\\d|\\.\\d)`,
    'dyu',
  ),
  read: (hit) => (/[\p{L}\d.,$£€/#-]$/u.test(hit.before) ? undefined : { words: inGroups(hit) }),
};

/** `ISBN 978-0-306-40615-7`, `ISSN 1234-567X`: digits in groups as well. */
const bookNumbers: Rule = {
  name: 'phones',
  group: 'phones',
  starts: ['digit'],
  pattern: /\d{1,13}(?:[- ]\d{1,7}){0,5}(?:-?X)?(?![\p{L}\d]|-\d)/duy,
  read: (hit) =>
    /(?:ISBN|ISSN|EAN|ORCID)(?:-?1[03])?:? $/u.test(hit.before) ? { words: inGroups(hit) } : undefined,
};

/** `192.168.0.1` */
const networkAddress: Rule = {
  name: 'addresses',
  group: 'addresses',
  starts: ['digit'],
  pattern: /\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\d]|\.\d)/duy,
  read: (hit) => {
    if (/[\p{L}\d.]$/u.test(hit.before)) return undefined;
    const words: Said[] = [];
    for (const { 0: digits, index } of hit.match.matchAll(/\d+/gu)) {
      const place = { begin: hit.begin + index, end: hit.begin + index + digits.length };
      words.push(...say(`${index === 0 ? '' : 'dot '}${digitByDigit(digits, 'zero')}`, place));
    }
    return { words };
  },
};

function inGroups({ match, begin }: Hit): Reading['words'] {
  const words: Said[] = [];
  for (const { 0: group, index } of match.matchAll(/\d+|[A-Z]+|\+/gu)) {
    const place = { begin: begin + index, end: begin + index + group.length };
    const isLast = index + group.length >= match.trimEnd().length;
    const said = say(groupWords(group), place);
    words.push(
      ...said.map((word, at) =>
        at === said.length - 1 && !isLast && group !== '+' ? { ...word, text: `${word.text},` } : word,
      ),
    );
  }
  return words;
}

function groupWords(group: string): string {
  if (group === '+') return 'plus';
  if (/^[A-Z]/u.test(group)) return group.length === 1 ? group : group.toLowerCase();
  return group === '800' ? 'eight hundred' : digitByDigit(group, 'oh');
}

export const phoneRules: readonly Rule[] = [networkAddress, bookNumbers, numbers];
