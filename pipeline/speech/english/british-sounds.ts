import { alignLetters } from './align-letters.ts';
import { consonants, isSyllabic } from './american-sounds.ts';
import { bare, isVowel, type Arpabet, type Sounded } from './arpabet.ts';
import { bathWords } from './bath-words.ts';

const vowels: Readonly<Record<string, string>> = {
  AA: 'ɑː',
  AE: 'a',
  AH: 'ʌ',
  AO: 'ɔː',
  AW: 'W',
  AY: 'I',
  EH: 'ɛ',
  ER: 'ɜː',
  EY: 'A',
  IH: 'ɪ',
  IY: 'iː',
  OH: 'ɒ',
  OW: 'Q',
  OY: 'Y',
  UH: 'ʊ',
  UW: 'uː',
};

/** What a rule sees of one phoneme of the word. */
type Place = {
  readonly phonemes: Arpabet;
  readonly index: number;
  /** The letters from that of the phoneme on, and those before it. */
  readonly ahead: string;
  readonly behind: string;
  /** After `r` comes a vowel, so that it is heard. */
  readonly beforeR: boolean;
  readonly heardR: boolean;
  readonly bath: boolean;
};

/**
 * A word's sounds in Kokoro's letters, as in the south of England: made from the American ones by rules that look at the
 * spelling, for American speech has merged what British speech keeps apart ("hot" and "father", "marry" and "merry").
 */
export function britishSounds({ letters, phonemes }: Sounded): string {
  const letterOf = alignLetters(letters, phonemes);
  const bath = bathWords.test(letters);
  const primary = phonemes.findIndex((phoneme) => phoneme.endsWith('1'));
  const weakened = weakenEnding(letters, phonemes);
  let sounds = '';
  weakened.forEach((phoneme, index) => {
    const letter = letterOf[index] ?? 0;
    const place: Place = {
      phonemes: weakened,
      index,
      ahead: letters.slice(letter),
      behind: letters.slice(0, letter),
      beforeR: weakened[index + 1] === 'R',
      heardR: isVowel(weakened[index + (bare(phoneme) === 'ER' ? 1 : 2)]),
      bath,
    };
    if (!isVowel(phoneme)) sounds += consonant(place);
    else sounds += `${mark(phoneme, index, primary)}${vowel(place)}`;
  });
  return sounds.replace(/ː+/g, 'ː');
}

/** A second stress is marked only before the first. */
function mark(phoneme: string, index: number, primary: number): string {
  if (phoneme.endsWith('1')) return 'ˈ';
  return phoneme.endsWith('2') && index < primary ? 'ˌ' : '';
}

/** "dictionary", "territory", "ceremony", "innovative", "Birmingham": endings that Americans give a full vowel. */
function weakenEnding(letters: string, phonemes: Arpabet): Arpabet {
  const text = phonemes.join(' ');
  const changed = /(?:[ao]ry|berry|bury|aries|ories)(?:'s|s)?$/.test(letters)
    ? text.replace(/ (?:EH|AO|OW)[02] R (IY0(?: Z)?)$/, ' ER0 $1')
    : /mon(?:y|ies)$/.test(letters)
      ? text.replace(/ OW2 (N IY0(?: Z)?)$/, ' AH0 $1')
      : /ative(?:ly)?$/.test(letters)
        ? text.replace(/ EY2 (T IH0 V(?: L IY0)?)$/, ' AH0 $1')
        : /ingham(?:'s)?$/.test(letters)
          ? text.replace(/ HH AE[02] (M(?: Z)?)$/, ' AH0 $1')
          : /arily$/.test(letters)
            ? text.replace(/ EH1 R AH0 L IY0$/, ' ER0 AH0 L IY0')
            : text;
  const weak = changed.split(' ');
  if (changed === text || weak.some((phoneme) => phoneme.endsWith('1'))) return weak;
  return weak.map((phoneme) => phoneme.replace('2', '1'));
}

function consonant({ phonemes, index, ahead, behind }: Place): string {
  const phoneme = phonemes[index] ?? '';
  const next = phonemes[index + 1];
  if (phoneme === 'R') return isVowel(next) ? 'ɹ' : '';
  if (phoneme === 'W' && phonemes[index - 1] === 'AH0' && /u$/.test(behind)) return '';
  if (phoneme === 'W' && phonemes[index - 1] === 'AH0' && ahead.startsWith('u')) return '';
  // "new", "tune", "duke", "assume": a `y` before the long `u`, unless the letter is an `o`.
  if (
    /^U[WH]/.test(next ?? '') &&
    /^(?:T|D|N|TH)$/.test(phoneme) &&
    /^[^aeiouwy]*(?:u(?!lu)|ew|eu)/.test(ahead)
  ) {
    return `${consonants[phoneme] ?? ''}j`;
  }
  // "assume", "presume", "consume".
  if (
    bare(next) === 'UW' &&
    /^[SZ]$/.test(phoneme) &&
    /^s+um/.test(ahead) &&
    /(?:^as?|con|re|pre|sub)$/.test(behind)
  ) {
    return `${consonants[phoneme] ?? ''}j`;
  }
  return consonants[phoneme] ?? '';
}

function vowel(place: Place): string {
  const phoneme = place.phonemes[place.index] ?? '';
  switch (bare(phoneme)) {
    case 'AA':
      return openBack(place);
    case 'AE':
      return place.bath ? 'ɑː' : 'a';
    case 'AH':
      if (phoneme === 'AH0') return schwa(place);
      return /wh?$/.test(place.behind) && place.ahead.startsWith('a') ? 'ɒ' : 'ʌ';
    case 'AO':
      return roundedBack(place);
    case 'AW':
    case 'AY':
      return `${vowels[bare(phoneme)] ?? ''}${place.beforeR && !place.heardR ? 'ə' : ''}`;
    case 'EH':
      return place.beforeR ? square(place) : 'ɛ';
    case 'ER':
      return nurse(place, phoneme);
    case 'IH':
    case 'IY':
      return close(place, phoneme);
    case 'UH':
      return place.beforeR ? 'ʊə' : 'ʊ';
    case 'UW':
      return phoneme === 'UW0' && isVowel(place.phonemes[place.index + 1]) ? 'ʊ' : 'uː';
    default:
      return vowels[bare(phoneme)] ?? '';
  }
}

/** "hot" and "what" against "father" and "car". */
function openBack({ ahead, behind, beforeR, heardR }: Place): string {
  if (beforeR && !heardR) return 'ɑː';
  if (/^(?:au|aw|ough)/.test(ahead)) return 'ɔː';
  if (/^(?:o|ho)/.test(ahead)) return 'ɒ';
  if (/(?:w|wh|qu)$/.test(behind) && /^a(?!h|$)/.test(ahead)) return 'ɒ';
  return 'ɑː';
}

/** "dog", "forest" and "want" against "law", "more" and "story". */
function roundedBack({ ahead, behind, beforeR, heardR, phonemes, index }: Place): string {
  if (beforeR) {
    if (!heardR) return 'ɔː';
    const short =
      /^orr|^or(?:i(?![aeou])|est|ang|ator|egon|al(?!ly)|id|atio|ac|ange)|^orou/.test(ahead) &&
      !/^or(?:ing|ial|ied|ies|iou|al(?:$|ly$|s$)(?<!moral.*))/.test(ahead);
    return short || (/^oral/.test(ahead) && /(?:m|c)$/.test(behind)) ? 'ɒ' : 'ɔː';
  }
  if (/^o(?![auwr])/.test(ahead) || (/^ough$/.test(ahead) && phonemes[index + 1] === 'F')) return 'ɒ';
  if (
    /(?:w|wh|qu)$/.test(behind) &&
    /^a(?:n|s|t(?!er)|d|b|p|ff|l[lid](?!k))/.test(ahead) &&
    !/^all/.test(ahead)
  )
    return 'ɒ';
  return 'ɔː';
}

/** "hair" against "merry", "marry". */
function square({ ahead, heardR }: Place): string {
  if (!heardR) return 'ɛː';
  if (/^arr/.test(ahead)) return 'a';
  if (/^(?:ai|ea|ei|ay|ae|arah$)/.test(ahead)) return 'ɛː';
  if (/^ar(?:e|y$|ia|ie|io|iu|ian|ing|ent)/.test(ahead) && !/^are(?:n[ae]|l)/.test(ahead)) return 'ɛː';
  if (ahead.startsWith('a')) return 'a';
  return 'ɛ';
}

function nurse({ heardR, ahead }: Place, phoneme: string): string {
  const link = heardR ? 'ɹ' : '';
  if (phoneme === 'ER0') return `ə${link}`;
  if (heardR && /^(?:urr(?!ed|ing)|our|orou|or[ry]|urou)/.test(ahead)) return 'ʌɹ';
  return `ɜː${link}`;
}

/** The vowels of "near", "happy", "media", "see", "bit". */
function close({ beforeR, heardR, phonemes, index, ahead }: Place, phoneme: string): string {
  const next = phonemes[index + 1];
  if (beforeR) {
    if (!heardR) return 'ɪə';
    return /^(?:i(?!e)|y|e?rr)/.test(ahead) || phoneme.endsWith('0') ? 'ɪ' : 'ɪə';
  }
  if (phoneme === 'IY0') {
    if (next === undefined) return 'i';
    if (isVowel(next)) return 'ɪ';
    return index >= phonemes.length - 2 ? 'i' : 'ɪ';
  }
  if (phoneme === 'IH0' && /^i[sz]ation/.test(ahead)) return 'I';
  return bare(phoneme) === 'IY' ? 'iː' : 'ɪ';
}

/** The weak vowel: by its letter "i" of "family", "-ile" and "-isation" with their full vowel, or none before l and n. */
function schwa({ phonemes, index, ahead, behind }: Place): string {
  const next = phonemes[index + 1];
  const after = phonemes[index + 2];
  if (/^iles?$/.test(ahead) && next === 'L') return 'I';
  if (/^i[sz]ation/.test(ahead)) return 'I';
  if (isSyllabic(phonemes, index)) return 'ᵊ';
  if (ahead.startsWith('u') && /^(?:Y|CH|JH)$/.test(phonemes[index - 1] ?? '') && after !== undefined)
    return 'ʊ';
  if (next === 'N' && !isVowel(after) && /^(?:SH|ZH|M|G)$/.test(phonemes[index - 1] ?? '')) return 'ᵊ';
  if (/^[iy](?![aeou])/.test(ahead) && !(next === 'L' || next === 'M')) return 'ɪ';
  if (/^e(?:d|s|d's)$/.test(ahead) && /^[DZ]$/.test(next ?? '')) return 'ɪ';
  if (ahead.startsWith('e') && index <= 1 && /^(?:b|d|r|pr|s|)$/.test(behind)) return 'ɪ';
  return 'ə';
}
