import { kokoroPhonemes, kokoroPunctuation, kokoroVowels, type Accent } from './kokoro-symbols.ts';

/** Longest first: what IPA writes with several letters, in Kokoro's one. */
const pairs: readonly (readonly [string, string])[] = [
  ['t͡ʃ', 'ʧ'],
  ['d͡ʒ', 'ʤ'],
  ['t͜ʃ', 'ʧ'],
  ['d͜ʒ', 'ʤ'],
  ['tʃ', 'ʧ'],
  ['dʒ', 'ʤ'],
  ['t͡s', 'ts'],
  ['d͡z', 'dz'],
  ['eɪ', 'A'],
  ['ei', 'A'],
  ['aɪ', 'I'],
  ['ai', 'I'],
  ['aʊ', 'W'],
  ['au', 'W'],
  ['ɔɪ', 'Y'],
  ['ɔi', 'Y'],
  ['oʊ', 'O'],
  ['ou', 'O'],
  ['əʊ', 'Q'],
  ['ɚ', 'əɹ'],
  ['ɝ', 'ɜɹ'],
  ['l̩', 'ᵊl'],
  ['n̩', 'ᵊn'],
  ['m̩', 'ᵊm'],
];

/** Sounds that English voices lack, as the nearest that they have. */
const nearest: Readonly<Record<string, string>> = {
  r: 'ɹ',
  g: 'ɡ',
  ɫ: 'l',
  ʀ: 'ɹ',
  ʁ: 'ɹ',
  ɻ: 'ɹ',
  ɽ: 'ɹ',
  ɺ: 'l',
  x: 'k',
  χ: 'k',
  ç: 'ʃ',
  ɕ: 'ʃ',
  ʂ: 'ʃ',
  ʑ: 'ʒ',
  ʐ: 'ʒ',
  ɣ: 'ɡ',
  β: 'v',
  ɸ: 'f',
  ʋ: 'v',
  ɲ: 'nj',
  ɳ: 'n',
  ɴ: 'ŋ',
  ʎ: 'lj',
  ɬ: 'l',
  ɭ: 'l',
  ʈ: 't',
  ɖ: 'd',
  c: 'k',
  ɟ: 'ɡ',
  q: 'k',
  ɢ: 'ɡ',
  ʍ: 'w',
  ɥ: 'w',
  ɰ: 'w',
  ħ: 'h',
  ɦ: 'h',
  ʕ: 'ʔ',
  y: 'u',
  ʏ: 'ʊ',
  ø: 'ɜ',
  œ: 'ɜ',
  ɶ: 'ɑ',
  ɞ: 'ɜ',
  ɘ: 'ə',
  ɵ: 'ʊ',
  ɤ: 'ʌ',
  ɯ: 'u',
  ɨ: 'ɪ',
  ʉ: 'u',
  ɐ: 'ə',
  e: 'ɛ',
  o: 'ɔ',
  ʣ: 'dz',
  ʦ: 'ts',
  ʨ: 'ʧ',
  ʥ: 'ʤ',
};
/** What one accent's voices say for the other's letters. */
const american: Readonly<Record<string, string>> = { ɒ: 'ɑ', a: 'ɑ', Q: 'O', ː: '' };
const british: Readonly<Record<string, string>> = { æ: 'a', O: 'Q', ɾ: 't', ᵻ: 'ɪ' };
/** Signs that change nothing here: syllable dots, ties, pitch, brackets, spaces. */
const unheard = /[.\s‿/[\]|ˑ̩̯̪̺̻̝̞̠̟̃̊̈ʰʲʷˠˤ͜͡'’ʼ()\u0300-\u036f]/u;

/** What the author gave in IPA, in the letters that Kokoro knows; and the signs that are not known and left out. */
export function ipaToKokoro(
  ipa: string,
  accent: Accent,
): { readonly phonemes: string; readonly unknown: readonly string[] } {
  const own = accent === 'US' ? american : british;
  const unknown = new Set<string>();
  let sounds = '';
  const text = ipa.normalize('NFD').replace(/ç/gu, 'ç');
  for (let at = 0; at < text.length;) {
    const pair = pairs.find(([from]) => text.startsWith(from, at));
    const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
    at += pair === undefined ? sign.length : pair[0].length;
    const piece = pair?.[1] ?? spellSign(sign);
    if (piece === undefined) unknown.add(sign);
    else for (const letter of piece) sounds += own[letter] ?? letter;
  }
  // In French a nasal vowel is heard with an n.
  return { phonemes: moveStress(tidyLengths(sounds, accent)), unknown: [...unknown] };
}

function spellSign(sign: string): string | undefined {
  if (sign === 'ˈ' || sign === 'ˌ' || sign === 'ː') return sign;
  if (sign === ':') return 'ː';
  if (sign === '\u0303') return 'n';
  const near = nearest[sign];
  if (near !== undefined) return near;
  if (kokoroPhonemes.includes(sign)) return sign;
  return unheard.test(sign) || kokoroPunctuation.includes(sign) ? '' : undefined;
}

/** British vowels that are always long have their length; consonants have none; American voices know none at all. */
function tidyLengths(sounds: string, accent: Accent): string {
  if (accent === 'US') {
    // Without a length "ɜ" means the vowel of "nurse", which Americans say with an r.
    return sounds.replace(/ɜ(?!ɹ)/gu, 'ɜɹ');
  }
  return sounds
    .replace(/(?<![iuɑɔɜɛə])ː/gu, '')
    .replace(/([iuɑɔɜ])(?!ː)(?=ˈ|ˌ|$)/gu, (vowel) =>
      vowel === 'i' || vowel === 'u' || vowel === 'ɔ' ? vowel : `${vowel}ː`,
    );
}

/** IPA marks the stressed syllable, Kokoro the stressed vowel. */
function moveStress(sounds: string): string {
  let moved = '';
  let mark = '';
  for (const letter of sounds) {
    if (letter === 'ˈ' || letter === 'ˌ') mark = letter;
    else if (mark !== '' && kokoroVowels.has(letter)) {
      moved += mark + letter;
      mark = '';
    } else moved += letter;
  }
  return moved;
}
