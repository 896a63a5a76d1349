/** How a language's spelling sounds to English ears: the first rule that fits at a place is taken. */
export type Spelling = {
  /** What gives the language away. */
  readonly signs: RegExp;
  readonly rules: readonly (readonly [RegExp, string])[];
  readonly stress: 'first' | 'penultimate' | 'last';
};

type Rules = Readonly<Record<string, string>>;

/** What European spellings share, and what they sound like. The stress of vowels is given afterwards. */
const common: Rules = {
  aa: 'AA',
  ai: 'AY',
  au: 'AW',
  ei: 'EY',
  eu: 'OY',
  ie: 'IY',
  oo: 'OW',
  ou: 'UW',
  a: 'AA',
  e: 'EH',
  i: 'IY',
  o: 'OW',
  u: 'UW',
  y: 'IY',
  ck: 'K',
  ch: 'CH',
  ph: 'F',
  sh: 'SH',
  th: 'T',
  kh: 'K',
  zh: 'ZH',
  b: 'B',
  c: 'K',
  d: 'D',
  f: 'F',
  g: 'G',
  h: 'HH',
  j: 'Y',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  p: 'P',
  q: 'K',
  r: 'R',
  s: 'S',
  t: 'T',
  v: 'V',
  w: 'V',
  x: 'K S',
  z: 'Z',
};

export function spelling(signs: RegExp, stress: Spelling['stress'], own: Rules): Spelling {
  const merged = { ...common, ...own };
  const rules = Object.entries(merged)
    .sort(([a], [b]) => patternLength(b) - patternLength(a))
    .map(([pattern, sounds]): readonly [RegExp, string] => [new RegExp(pattern, 'uy'), sounds]);
  return { signs, rules, stress };
}

/** Longer patterns first; what looks around counts a little more than what does not. */
function patternLength(pattern: string): number {
  const bare = pattern.replace(/\(\?[^)]*\)|[$^]/gu, '').replace(/\[[^\]]*\]/gu, 'x');
  return bare.length + (bare === pattern ? 0 : 0.5);
}
