import { arpabet, demoted, hasPrimary, type Arpabet } from './arpabet.ts';
import { withEd, withIng, withLy, withS, withVowelEnding } from './endings.ts';

/** The sounds of a known word, or undefined. */
export type Known = (word: string) => Arpabet | undefined;

type Ending = {
  readonly ending: RegExp;
  /** How the stem may have been written, likeliest first: what stands in for the ending. `+` doubles back: "stopped" to "stop". */
  readonly stems: readonly string[];
  readonly join: (stem: Arpabet) => Arpabet;
};

const plain =
  (ending: string) =>
  (stem: Arpabet): Arpabet => [...stem, ...arpabet(ending)];
const open =
  (ending: string) =>
  (stem: Arpabet): Arpabet =>
    withVowelEnding(stem, ending);

const endings: readonly Ending[] = [
  { ending: /'s$/, stems: [''], join: withS },
  { ending: /s'$/, stems: ['s', ''], join: (stem) => stem },
  { ending: /'(?:ll)$/, stems: [''], join: plain('AH0 L') },
  {
    ending: /'ve$/,
    stems: [''],
    join: (stem) => [...stem, ...(/\d$/.test(stem.at(-1) ?? '') ? ['V'] : ['AH0', 'V'])],
  },
  {
    ending: /'d$/,
    stems: [''],
    join: (stem) => [...stem, ...(/^[TD]$/.test(stem.at(-1) ?? '') ? ['AH0', 'D'] : ['D'])],
  },
  { ending: /'re$/, stems: [''], join: plain('ER0') },
  { ending: /n't$/, stems: [''], join: plain('AH0 N T') },
  { ending: /in'$/, stems: ['ing'], join: (stem) => [...stem.slice(0, -2), 'AH0', 'N'] },
  { ending: /ies$/, stems: ['y', 'ie'], join: withS },
  { ending: /(?<!s)s$/, stems: [''], join: withS },
  { ending: /es$/, stems: [''], join: withS },
  { ending: /ied$/, stems: ['y'], join: withEd },
  { ending: /ed$/, stems: ['e', '', '+'], join: withEd },
  { ending: /ing$/, stems: ['', 'e', '+'], join: withIng },
  { ending: /ings$/, stems: ['', 'e', '+'], join: (stem) => [...withIng(stem), 'Z'] },
  { ending: /ier$/, stems: ['y'], join: plain('ER0') },
  { ending: /iest$/, stems: ['y'], join: plain('AH0 S T') },
  { ending: /ers?$/, stems: ['e', '', '+'], join: open('ER0') },
  { ending: /est$/, stems: ['e', '', '+'], join: open('AH0 S T') },
  { ending: /ically$/, stems: ['ic'], join: plain('L IY0') },
  { ending: /ily$/, stems: ['y'], join: (stem) => [...stem.slice(0, -1), 'AH0', 'L', 'IY0'] },
  { ending: /ly$/, stems: ['', 'le', 'l'], join: withLy },
  { ending: /iness$/, stems: ['y'], join: plain('N AH0 S') },
  { ending: /ness(?:es)?$/, stems: [''], join: plain('N AH0 S') },
  { ending: /less$/, stems: [''], join: plain('L AH0 S') },
  { ending: /ful$/, stems: [''], join: plain('F AH0 L') },
  { ending: /ments?$/, stems: ['', 'e'], join: plain('M AH0 N T') },
  { ending: /(?:able|ible)$/, stems: ['', 'e', '+', 'ate'], join: open('AH0 B AH0 L') },
  {
    ending: /ability$/,
    stems: ['', 'e', '+'],
    join: (stem) => [...demoted(stem), ...arpabet('AH0 B IH1 L AH0 T IY0')],
  },
  { ending: /ish$/, stems: ['', 'e', '+'], join: open('IH0 SH') },
  { ending: /like$/, stems: [''], join: plain('L AY2 K') },
  { ending: /wards?$/, stems: [''], join: plain('W ER0 D') },
  { ending: /wise$/, stems: [''], join: plain('W AY2 Z') },
  { ending: /ships?$/, stems: [''], join: plain('SH IH2 P') },
  { ending: /hoods?$/, stems: [''], join: plain('HH UH2 D') },
  { ending: /dom$/, stems: [''], join: plain('D AH0 M') },
  { ending: /isms?$/, stems: ['', 'e', 'y'], join: open('IH2 Z AH0 M') },
  { ending: /ists?$/, stems: ['', 'e', 'y'], join: open('IH0 S T') },
  { ending: /i[sz]e$/, stems: ['', 'e', 'y'], join: open('AY2 Z') },
  {
    ending: /i[sz]ations?$/,
    stems: ['', 'e', 'y'],
    join: (stem) => [...demoted(stem), ...arpabet('AH0 Z EY1 SH AH0 N')],
  },
  {
    ending: /iz(?=ation)ation$/,
    stems: ['ize'],
    join: (stem) => [...demoted(stem), ...arpabet('EY1 SH AH0 N')],
  },
  { ending: /(?<=[bdgklmnprt])y$/, stems: ['', 'e', '+'], join: open('IY0') },
];

const prefixes: readonly (readonly [string, string])[] = [
  ['un', 'AH2 N'],
  ['re', 'R IY0'],
  ['non', 'N AA2 N'],
  ['pre', 'P R IY0'],
  ['mis', 'M IH0 S'],
  ['dis', 'D IH0 S'],
  ['over', 'OW2 V ER0'],
  ['under', 'AH2 N D ER0'],
  ['out', 'AW2 T'],
  ['inter', 'IH2 N T ER0'],
  ['super', 'S UW2 P ER0'],
  ['sub', 'S AH2 B'],
  ['anti', 'AE2 N T IY0'],
  ['co', 'K OW2'],
  ['de', 'D IY0'],
  ['micro', 'M AY2 K R OW0'],
  ['macro', 'M AE2 K R OW0'],
  ['mega', 'M EH2 G AH0'],
  ['multi', 'M AH2 L T IY0'],
  ['post', 'P OW2 S T'],
  ['semi', 'S EH2 M IY0'],
  ['ultra', 'AH2 L T R AH0'],
  ['cyber', 'S AY2 B ER0'],
  ['bio', 'B AY2 OW0'],
  ['geo', 'JH IY2 OW0'],
  ['neuro', 'N UH2 R OW0'],
  ['hyper', 'HH AY2 P ER0'],
  ['trans', 'T R AE2 N Z'],
  ['self', 'S EH2 L F'],
  ['counter', 'K AW2 N T ER0'],
  ['photo', 'F OW2 T OW0'],
  ['tele', 'T EH2 L AH0'],
  ['auto', 'AO2 T OW0'],
  ['infra', 'IH2 N F R AH0'],
  ['eco', 'IY2 K OW0'],
  ['crypto', 'K R IH2 P T OW0'],
  ['nano', 'N AE2 N OW0'],
  ['electro', 'IH0 L EH2 K T R OW0'],
  ['thermo', 'TH ER2 M OW0'],
  ['hydro', 'HH AY2 D R OW0'],
  ['socio', 'S OW2 S IY0 OW0'],
  ['psycho', 'S AY2 K OW0'],
  ['pseudo', 'S UW2 D OW0'],
  ['intra', 'IH2 N T R AH0'],
  ['extra', 'EH2 K S T R AH0'],
  ['mono', 'M AA2 N OW0'],
  ['poly', 'P AA2 L IY0'],
  ['fore', 'F AO2 R'],
  ['mid', 'M IH2 D'],
  ['pro', 'P R OW2'],
  ['euro', 'Y UH2 R OW0'],
  ['meta', 'M EH2 T AH0'],
  ['afro', 'AE2 F R OW0'],
];

/** The sounds of a word that is a known one with an ending or a beginning, or undefined. */
export function deriveWord(word: string, known: Known, depth = 0): Arpabet | undefined {
  const deeper: Known = (stem) => known(stem) ?? (depth < 2 ? deriveWord(stem, known, depth + 1) : undefined);
  for (const { ending, stems, join } of endings) {
    const match = ending.exec(word);
    if (match === null) continue;
    const rest = word.slice(0, match.index);
    if (
      rest.length <
      (word.includes("'") ? 1 : /^(?:e[rd]s?|est|y|is[ht]s?|isms?|able|ible|like)$/.test(match[0]) ? 4 : 3)
    )
      continue;
    for (const stem of stems) {
      const sounds = stemSounds(rest, stem, deeper);
      if (sounds === undefined) continue;
      const joined = join(sounds);
      return /^(?:ers|ments|ships|hoods|isms|ists|isations|izations|ations)$/.test(match[0]) ||
        match[0] === 'nesses'
        ? withS(joined)
        : joined;
    }
  }
  return withPrefix(word, known, depth);
}

function stemSounds(rest: string, stem: string, known: Known): Arpabet | undefined {
  if (stem !== '+') return known(rest + stem);
  return /([bdfgklmnprstvz])\1$/.test(rest) ? known(rest.slice(0, -1)) : undefined;
}

/** "re", "de", "co" and "pro" begin many words in which they are no prefix: after them only a word of the dictionary counts. */
const shortest = new Set(['re', 'de', 'co', 'pro', 'pre']);

function withPrefix(word: string, known: Known, depth: number): Arpabet | undefined {
  if (depth > 0) return undefined;
  for (const [prefix, sounds] of prefixes) {
    const rest = word.slice(prefix.length);
    if (!word.startsWith(prefix) || rest.length < 4 || !/[aeiouy]/.test(rest)) continue;
    const stem = known(rest) ?? (shortest.has(prefix) ? undefined : deriveWord(rest, known, 1));
    if (stem !== undefined && hasPrimary(stem)) return [...arpabet(sounds), ...stem];
  }
  return undefined;
}
