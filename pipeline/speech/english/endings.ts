import { arpabet, bare, isVowel, type Arpabet } from './arpabet.ts';

/** The `s` of plural, possessive and third person, in the voice of what it follows. */
export function withS(stem: Arpabet): Arpabet {
  const last = stem.at(-1) ?? '';
  if (/^(?:S|Z|SH|ZH|CH|JH)$/.test(last)) return [...stem, 'IH0', 'Z'];
  return [...stem, /^(?:P|T|K|F|TH)$/.test(last) ? 'S' : 'Z'];
}

/** The `ed` of the past. */
export function withEd(stem: Arpabet): Arpabet {
  const last = stem.at(-1) ?? '';
  if (last === 'T' || last === 'D') return [...stem, 'IH0', 'D'];
  return [...stem, /^(?:P|K|F|TH|S|SH|CH)$/.test(last) ? 'T' : 'D'];
}

export function withIng(stem: Arpabet): Arpabet {
  return [...syllabicOpened(stem), 'IH0', 'NG'];
}

/** "settle" and "er": the `l` that was the syllable begins the next. */
function syllabicOpened(stem: Arpabet): Arpabet {
  const opens =
    stem.at(-1) === 'L' &&
    stem.at(-2) === 'AH0' &&
    !isVowel(stem.at(-3)) &&
    /^[TDPBKGZFS]$/.test(stem.at(-3) ?? '');
  return opens ? [...stem.slice(0, -2), 'L'] : stem;
}

export function withVowelEnding(stem: Arpabet, ending: string): Arpabet {
  return [...syllabicOpened(stem), ...arpabet(ending)];
}

/** "happy" and "ly": the last vowel weakens. */
export function withLy(stem: Arpabet): Arpabet {
  // "simple": "simply"; "full": "fully".
  if (stem.at(-1) === 'L' && stem.at(-2) === 'AH0' && bare(stem.at(-3)) !== '' && !isVowel(stem.at(-3))) {
    return [...stem.slice(0, -2), ...arpabet(/^[PBTDKGF]$/.test(stem.at(-3) ?? '') ? 'L IY0' : 'AH0 L IY0')];
  }
  return [...(stem.at(-1) === 'L' ? stem.slice(0, -1) : stem), 'L', 'IY0'];
}
