import type { Arpabet } from './arpabet.ts';

/** How letters usually sound, without stress. Anything else is possible, at a cost. */
const usual: Readonly<Record<string, string>> = {
  a: 'AE EY AH AA AO EH IH',
  b: 'B',
  c: 'K S CH SH',
  d: 'D T JH',
  e: 'EH IY AH IH EY ER Y',
  f: 'F V',
  g: 'G JH ZH NG',
  h: 'HH',
  i: 'IH AY IY AH Y ER',
  j: 'JH Y HH ZH',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N NG',
  o: 'AA OW AO AH UW UH ER W OH AW OY',
  p: 'P F',
  q: 'K',
  r: 'R ER',
  s: 'S Z SH ZH',
  t: 'T SH CH TH DH D',
  u: 'AH UW UH W ER IH Y',
  v: 'V',
  w: 'W V UW',
  x: 'K Z',
  y: 'IY AY IH Y AH',
  z: 'Z S T',
};
const usualSounds = new Map(
  Object.entries(usual).map(([letter, sounds]) => [letter, new Set(sounds.split(' '))]),
);
const vowelLetters = new Set('aeiouy');

/**
 * For each phoneme of a word the index of the letter that it is the sound of: the cheapest way to walk through both from
 * left to right. A letter may be silent, or have two sounds (`x`, `u` in "use"); a digraph's first letter has its sound.
 */
export function alignLetters(letters: string, phonemes: Arpabet): readonly number[] {
  const rows = letters.length + 1;
  const columns = phonemes.length + 1;
  const cost = new Float64Array(rows * columns).fill(Infinity);
  const from = new Uint8Array(rows * columns);
  cost[0] = 0;
  const reach = (to: number, total: number, way: number): void => {
    if (total < (cost[to] ?? 0)) {
      cost[to] = total;
      from[to] = way;
    }
  };
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const here = cost[i * columns + j] ?? Infinity;
      const letter = letters[i];
      if (letter !== undefined) reach((i + 1) * columns + j, here + silentCost(letters, i), 0);
      const phoneme = phonemes[j];
      if (letter !== undefined && phoneme !== undefined) {
        reach((i + 1) * columns + j + 1, here + soundCost(letter, phoneme), 1);
      }
      // A second sound of the letter before.
      if (phoneme !== undefined && i > 0)
        reach(i * columns + j + 1, here + extraCost(letters[i - 1] ?? '', phoneme), 2);
    }
  }
  const letterOf: number[] = Array.from({ length: phonemes.length }, () => 0);
  for (let i = letters.length, j = phonemes.length; i > 0 || j > 0;) {
    const way = from[i * columns + j];
    if (way === 0) i--;
    else if (way === 1) letterOf[--j] = --i;
    else letterOf[--j] = i - 1;
  }
  return letterOf;
}

function soundCost(letter: string, phoneme: string): number {
  // The vowel of "hurry" is that of its "u".
  if (letter === 'r' && phoneme.startsWith('ER')) return 0.6;
  if (usualSounds.get(letter)?.has(phoneme.slice(0, 2)) === true) return 0;
  return vowelLetters.has(letter) === phoneme.length > 2 ? 1 : 4;
}

function silentCost(letters: string, index: number): number {
  const letter = letters[index] ?? '';
  if (letter === letters[index - 1]) return 0.2;
  if (letter === 'e' && index === letters.length - 1) return 0.2;
  // The second letter of a digraph: th, sh, ph, ck, ai, ou …
  if (vowelLetters.has(letter) || letter === 'h' || letter === 'w')
    return vowelLetters.has(letters[index - 1] ?? '') || letter === 'h' ? 0.4 : 0.9;
  return 1;
}

function extraCost(letter: string, phoneme: string): number {
  if (letter === 'x' && /^[SZ]$/.test(phoneme)) return 0.1;
  if (/[uew]/.test(letter) && /^UW|^UH|^AH/.test(phoneme)) return 0.5;
  if (letter === 'o' && phoneme.startsWith('AH')) return 1;
  if (letter === 'q' && phoneme === 'W') return 0.5;
  return 2.5;
}
