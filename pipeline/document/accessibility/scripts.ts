import { primaryLanguage } from '../../language-tag.ts';

/** A script, or scripts that are written together, as people call them. */
type Script = {
  readonly name: string;
  readonly letters: string;
  /** Names by ISO 15924 of the scripts of languages that are written in it. */
  readonly codes: readonly string[];
  /** From where on words in it are a passage, and no name or term. */
  readonly least: { readonly words: number; readonly letters: number };
};

const alphabet = { words: 3, letters: 12 };
/** Without spaces between words. */
const unspaced = { words: 1, letters: 12 };

const scripts: readonly Script[] = [
  { name: 'Cyrillic', letters: '\\p{sc=Cyrillic}', codes: ['Cyrl'], least: alphabet },
  { name: 'Greek', letters: '\\p{sc=Greek}', codes: ['Grek'], least: alphabet },
  { name: 'Hebrew', letters: '\\p{sc=Hebrew}', codes: ['Hebr'], least: alphabet },
  { name: 'Arabic', letters: '\\p{sc=Arabic}', codes: ['Arab'], least: alphabet },
  { name: 'Armenian', letters: '\\p{sc=Armenian}', codes: ['Armn'], least: alphabet },
  { name: 'Georgian', letters: '\\p{sc=Georgian}', codes: ['Geor'], least: alphabet },
  { name: 'Devanagari', letters: '\\p{sc=Devanagari}', codes: ['Deva'], least: alphabet },
  { name: 'Bengali', letters: '\\p{sc=Bengali}', codes: ['Beng'], least: alphabet },
  { name: 'Tamil', letters: '\\p{sc=Tamil}', codes: ['Taml'], least: alphabet },
  { name: 'Ethiopic', letters: '\\p{sc=Ethiopic}', codes: ['Ethi'], least: alphabet },
  { name: 'Korean', letters: '\\p{sc=Hangul}', codes: ['Kore', 'Hang'], least: { words: 2, letters: 6 } },
  { name: 'Thai', letters: '\\p{sc=Thai}', codes: ['Thai'], least: unspaced },
  {
    name: 'Chinese or Japanese',
    letters: '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}',
    codes: ['Hans', 'Hant', 'Hani', 'Jpan', 'Hira', 'Kana', 'Kore'],
    least: { words: 1, letters: 8 },
  },
  // Everywhere names, brands and terms are Latin; a passage is a sentence.
  { name: 'Latin', letters: '\\p{sc=Latin}', codes: ['Latn'], least: { words: 6, letters: 30 } },
];

/** Languages that are written in Latin letters too, whatever their usual script. */
const alsoLatin = new Set(['sr', 'uz', 'kk', 'az', 'ku', 'tg', 'tk', 'tt', 'mn', 'ug', 'ms', 'ha', 'sh', 'cnr', 'bs', 'ro', 'rom', 'hi', 'pa', 'crh', 'tzm', 'zgh']); // prettier-ignore
/** Languages that are written in Latin letters and that most books are in. */
const latin = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs']);
/** No language, several, or one that is not known: any script may be. */
const anything = new Set(['und', 'zxx', 'mul', 'mis']);

export type ForeignPassage = {
  readonly script: string;
  readonly words: string;
  /** Whether the text is in that script for the greater part. */
  readonly isWhole: boolean;
};

/** Letters of a script, with what may stand between its words. */
const patterns: readonly { readonly script: Script; readonly pattern: RegExp }[] = scripts.map((script) => ({
  script,
  pattern: new RegExp(
    `[${script.letters}](?:[${script.letters}\\p{M}\\p{P}\\p{N}\\s]*[${script.letters}])?`,
    'gu',
  ),
}));

/** Most texts of most books are Latin and hold no letter of another script, which is seen at a glance. */
const beyondLatin = /[\u0370-\u1dff\u2c00-\ua71f\ua800-\uffff]/;

/** The first passage of some length in a script that the language is not written in. */
export function foreignPassage(text: string, language: string): ForeignPassage | undefined {
  const isBeyond = beyondLatin.test(text);
  const primary = primaryLanguage(language);
  // English, German and the like, without asking for their script each time.
  if (!isBeyond && (latin.has(primary) || alsoLatin.has(primary) || text.length < 30)) return undefined;
  const { script: own } = new Intl.Locale(language).maximize();
  if (own === undefined || anything.has(primary)) return undefined;
  for (const { script, pattern } of patterns) {
    const isLatin = script.codes.includes('Latn');
    if (script.codes.includes(own) || (isLatin && alsoLatin.has(primary)) || (!isLatin && !isBeyond))
      continue;
    for (const [words] of text.matchAll(pattern)) {
      if (!isPassage(words, script.least)) continue;
      const isWhole = count(words, /\p{L}/gu) * 2 > count(text, /\p{L}/gu);
      return { script: script.name, words: words.replace(/\s+/gu, ' '), isWhole };
    }
  }
  return undefined;
}

function isPassage(words: string, least: Script['least']): boolean {
  const parts = words.split(/[\s\p{Pd}/]+/u).filter((part) => /\p{L}/u.test(part));
  if (parts.length < least.words || count(words, /\p{L}/gu) < least.letters) return false;
  // A name has a capital to each word, in scripts that have capitals.
  return !parts.every((part) => /^\P{L}*\p{Lu}/u.test(part)) || parts.length > 4;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
