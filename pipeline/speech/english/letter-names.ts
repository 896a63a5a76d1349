import { arpabet, demoted, type Arpabet } from './arpabet.ts';
import type { Accent } from './kokoro-symbols.ts';

const names: Readonly<Record<string, string>> = {
  a: 'EY1',
  b: 'B IY1',
  c: 'S IY1',
  d: 'D IY1',
  e: 'IY1',
  f: 'EH1 F',
  g: 'JH IY1',
  h: 'EY1 CH',
  i: 'AY1',
  j: 'JH EY1',
  k: 'K EY1',
  l: 'EH1 L',
  m: 'EH1 M',
  n: 'EH1 N',
  o: 'OW1',
  p: 'P IY1',
  q: 'K Y UW1',
  r: 'AA1 R',
  s: 'EH1 S',
  t: 'T IY1',
  u: 'Y UW1',
  v: 'V IY1',
  w: 'D AH1 B AH0 L Y UW0',
  x: 'EH1 K S',
  y: 'W AY1',
  z: 'Z IY1',
};
const digits =
  'Z IH1 R OW0|W AH1 N|T UW1|TH R IY1|F AO1 R|F AY1 V|S IH1 K S|S EH1 V AH0 N|EY1 T|N AY1 N'.split('|');

/** The letters of `FBI` by their names, one list a letter: the last has the main stress. Digits are named too; other signs are left out. */
export function letterNames(letters: string, accent: Accent): readonly Arpabet[] {
  const spelled = (letters.toLowerCase().match(/[a-z\d]/g) ?? []).flatMap((letter) => {
    if (letter === 'z' && accent === 'GB') return [arpabet('Z EH1 D')];
    const name = names[letter] ?? (/\d/.test(letter) ? digits[Number(letter)] : undefined);
    return name === undefined ? [] : [arpabet(name)];
  });
  return spelled.map((name, index) => (index === spelled.length - 1 ? name : demoted(name)));
}
