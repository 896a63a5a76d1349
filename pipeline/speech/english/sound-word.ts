import { arpabet, demoted, type Arpabet, type Sounded } from './arpabet.ts';
import { americanSpellings } from './british-spelling.ts';
import { britishWords } from './british-words.ts';
import { compoundWord } from './compound-word.ts';
import { deriveWord, type Known } from './derive-word.ts';
import type { Dictionary } from './dictionary.ts';
import { withS } from './endings.ts';
import { foreignName } from './foreign-name.ts';
import { guessWord } from './guess/guess-word.ts';
import type { Accent } from './kokoro-symbols.ts';
import { letterNames } from './letter-names.ts';
import { ownWords } from './own-words.ts';
import { toLatin } from './transliterate.ts';

export type Source = 'dictionary' | 'derived' | 'guessed' | 'letters' | 'author';
export type SoundedWord = Sounded & { readonly source: Source };

export type WordSounds = {
  readonly known: Known;
  /** The sounds of any word in small letters; no phonemes where it has no letter of an alphabet that is read here. */
  readonly sound: (word: string) => SoundedWord;
};

export function wordSounds(dictionary: Dictionary, accent: Accent): WordSounds {
  const listed = (word: string): Arpabet | undefined =>
    ownWords.get(word) ?? (accent === 'GB' ? britishWords.get(word) : undefined) ?? dictionary.get(word);

  const known: Known = (word) => {
    const direct = listed(word);
    if (direct !== undefined) return direct;
    for (const spelling of americanSpellings(word)) {
      const found = listed(spelling);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const sound = (word: string): SoundedWord => {
    const latin = toLatin(word);
    const as = (phonemes: Arpabet, source: Source): SoundedWord => ({ letters: latin, phonemes, source });
    // The dictionary has foreign names without their marks, and their letters read as if they were English.
    const marked =
      /[řěůčšžćđłńśźżąęğşı]/u.test(word) && !ownWords.has(word)
        ? foreignName(word.replace(/'s$/u, ''))
        : undefined;
    if (marked !== undefined) return as(word.endsWith("'s") ? withS(marked) : marked, 'guessed');
    const exact = ownWords.get(word) ?? known(latin);
    if (exact !== undefined) return as(exact, 'dictionary');
    if (/^[a-z]$/.test(latin)) return as(letterNames(latin, accent).flat(), 'letters');
    const noise = interjection(latin);
    if (noise !== undefined) return as(noise, 'derived');
    const bare = latin.replace(/'/g, '');
    if (bare !== '' && !/[aeiouy]/.test(bare)) return as(letterNames(bare, accent).flat(), 'letters');
    const derived = deriveWord(latin, known) ?? elongated(latin, known) ?? compoundWord(latin, known);
    if (derived !== undefined) return as(derived, 'derived');
    const spliced = nameWithBeginning(latin, sound);
    if (spliced !== undefined) return as(spliced, 'guessed');
    const possessive = /^(.{2,})(?:'s|s')$/u.exec(word);
    if (possessive !== null) return as(withS(sound(possessive[1] ?? '').phonemes), 'guessed');
    const guessed = foreignName(word.replace(/'/gu, '')) ?? guessWord(bare);
    // No word is dropped: one whose letters would all be silent is spelled.
    return guessed.length > 0 || bare === ''
      ? as(guessed, 'guessed')
      : as(letterNames(bare, accent).flat(), 'letters');
  };
  return { known, sound };
}

/** "McAllister", "O'Shaughnessy", "d'Artagnan": the rest may be known. */
function nameWithBeginning(word: string, sound: (word: string) => SoundedWord): Arpabet | undefined {
  const match =
    /^(mac(?=[bdfglmnpqrstvw][a-z]{3})|mc(?=[a-z]{3})|o'(?=[a-z]{2})|[dl]'(?=[a-z]{3}))(.+)$/.exec(word);
  const [, beginning = '', rest = ''] = match ?? [];
  if (match === null) return undefined;
  const { phonemes, source } = sound(rest);
  if (beginning === 'mac' && source === 'guessed') return undefined;
  const first: Readonly<Record<string, string>> = {
    mc: 'M AH0 K',
    mac: 'M AH0 K',
    "o'": 'OW0',
    "d'": 'D',
    "l'": 'L',
  };
  const sounds = arpabet(first[beginning] ?? '');
  return [
    ...(/^[KG]$/.test(phonemes[0] ?? '') && beginning.startsWith('m') ? sounds.slice(0, -1) : sounds),
    ...phonemes,
  ];
}

/** Written noises. */
function interjection(word: string): Arpabet | undefined {
  const noises: readonly (readonly [RegExp, string])[] = [
    [/^h+m+$/, 'HH M'],
    [/^m{2,}(?:h+m+)?$/, 'M'],
    [/^s+h{2,}$|^sh+$/, 'SH'],
    [/^p+s+t+$/, 'P S T'],
    [/^z{3,}$/, 'Z'],
    [/^b+r{2,}$/, 'B ER1'],
    [/^g+r{2,}$/, 'G ER1'],
    [/^a+h{1,}$/, 'AA1'],
    [/^a+r+g+h+$/, 'AA1 R G'],
    [/^o+h+$/, 'OW1'],
    [/^u+g+h+$/, 'AH1 G'],
    [/^e+w{1,}$/, 'IY1 UW0'],
    [/^(?:ha){2,}h?$/, 'HH AA1 HH AA2'],
    [/^(?:he){2,}h?$/, 'HH IY1 HH IY2'],
  ];
  const found = noises.find(([shape]) => shape.test(word));
  return found === undefined ? undefined : arpabet(found[1]);
}

/** "soooo", "helllo". */
function elongated(word: string, known: Known): Arpabet | undefined {
  if (!/([a-z])\1\1/.test(word)) return undefined;
  const single = word.replace(/([a-z])\1{2,}/g, '$1');
  const double = word.replace(/([a-z])\1{2,}/g, '$1$1');
  const order = /([a-z])\1\1$/.test(word) ? [single, double] : [double, single];
  for (const form of order) {
    const found = known(form) ?? deriveWord(form, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Several words said as one, as in "well-known": each with its stress; of spelled letters the last has the main one. */
export function joinSounds(parts: readonly Arpabet[], lastIsMain: boolean): Arpabet {
  return parts.flatMap((part, index) => (lastIsMain && index < parts.length - 1 ? demoted(part) : part));
}
