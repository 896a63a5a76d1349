import { bare, isVowel, type Arpabet, type Sounded } from './arpabet.ts';

/** Phoneme for phoneme, in Kokoro's letters: A I O W Y are the diphthongs of "day", "my", "go", "now", "boy". */
export const consonants: Readonly<Record<string, string>> = {
  B: 'b',
  CH: 'ʧ',
  D: 'd',
  DH: 'ð',
  F: 'f',
  G: 'ɡ',
  HH: 'h',
  JH: 'ʤ',
  K: 'k',
  L: 'l',
  M: 'm',
  N: 'n',
  NG: 'ŋ',
  P: 'p',
  R: 'ɹ',
  S: 's',
  SH: 'ʃ',
  T: 't',
  TH: 'θ',
  V: 'v',
  W: 'w',
  Y: 'j',
  Z: 'z',
  ZH: 'ʒ',
};

const vowels: Readonly<Record<string, string>> = {
  AA: 'ɑ',
  AE: 'æ',
  AH: 'ʌ',
  AO: 'ɔ',
  AW: 'W',
  AY: 'I',
  EH: 'ɛ',
  ER: 'ɜɹ',
  EY: 'A',
  IH: 'ɪ',
  IY: 'i',
  OH: 'ɑ',
  OW: 'O',
  OY: 'Y',
  UH: 'ʊ',
  UW: 'u',
};

const marks: Readonly<Record<string, string>> = { '0': '', '1': 'ˈ', '2': 'ˌ' };

/** A word's sounds in Kokoro's letters, as an American says them. */
export function americanSounds({ letters, phonemes }: Sounded): string {
  return phonemes.map((phoneme, index) => american(phonemes, index, phoneme, letters)).join('');
}

function american(phonemes: Arpabet, index: number, phoneme: string, letters: string): string {
  if (!isVowel(phoneme)) {
    return phoneme === 'T' && isFlapped(phonemes, index) ? 'ɾ' : (consonants[phoneme] ?? '');
  }
  const stress = phoneme.slice(2);
  // "merry", "marry" and "Mary" sound alike.
  if (bare(phoneme) === 'AE' && phonemes[index + 1] === 'R') return `${marks[stress] ?? ''}ɛ`;
  if (phonemes[index + 1] === 'R' && /^(?:IY|UW)/.test(phoneme))
    return `${marks[stress] ?? ''}${phoneme.startsWith('I') ? 'ɪ' : 'ʊ'}`;
  // The dictionary's speakers have merged "caught" with "cot"; Kokoro's have not.
  if (
    bare(phoneme) === 'AA' &&
    /aw|au|[bfnrstw]ought/.test(letters) &&
    phonemes.filter((other) => bare(other) === 'AA').length === 1
  ) {
    return `${marks[stress] ?? ''}ɔ`;
  }
  if (stress !== '0') return `${marks[stress] ?? ''}${vowels[bare(phoneme)] ?? ''}`;
  if (phoneme === 'ER0') return 'əɹ';
  if (phoneme === 'AH0' || phoneme === 'IH0') {
    if (isReducedEnding(phonemes, index, letters)) return 'ᵻ';
    if (phoneme === 'AH0') return isSyllabic(phonemes, index) ? 'ᵊ' : 'ə';
  }
  return vowels[bare(phoneme)] ?? '';
}

/** "water", "party", "editor", "little"; not "button", nor before a vowel with any stress. */
function isFlapped(phonemes: Arpabet, index: number): boolean {
  const before = phonemes[index - 1];
  const after = phonemes[index + 1];
  if (after === undefined || !after.endsWith('0') || bare(after) === 'AO') return false;
  if (!isVowel(before) && before !== 'R') return false;
  return !(after === 'AH0' && phonemes[index + 2] === 'N');
}

/** The vowel of the endings of "wanted" and "boxes". */
function isReducedEnding(phonemes: Arpabet, index: number, letters: string): boolean {
  if (index !== phonemes.length - 2) return false;
  const before = phonemes[index - 1] ?? '';
  const last = phonemes[index + 1];
  if (last === 'D') return (before === 'T' || before === 'D') && letters.endsWith('ed');
  return last === 'Z' && /^(?:S|Z|SH|ZH|CH|JH)$/.test(before) && /(?:es|'s|s')$/.test(letters);
}

/** The `l` of "little" and the `n` of "button" and "evidence" are the syllable. */
export function isSyllabic(phonemes: Arpabet, index: number): boolean {
  const before = phonemes[index - 1];
  const after = phonemes[index + 1];
  const closed = !isVowel(phonemes[index + 2]);
  if (before === undefined || isVowel(before) || !closed) return false;
  if (after === 'L') return !/^[RWY]$/.test(before);
  return after === 'N' && /^[TDSZ]$/.test(before);
}
