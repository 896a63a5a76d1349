/**
 * The sounds of a word in the notation of the CMU dictionary: `AH0`, `K`; vowels end in their stress, 1 primary, 2 secondary,
 * 0 none. Beyond CMU, own lists may use `OH` for the British vowel of "lot" where the spelling does not show it.
 */
export type Arpabet = readonly string[];

/** A word's sounds, and the letters that they are the sounds of: British vowels are told by the spelling. */
export type Sounded = { readonly letters: string; readonly phonemes: Arpabet };

export function arpabet(text: string): Arpabet {
  return text.split(' ').filter(Boolean);
}

export function isVowel(phoneme: string | undefined): boolean {
  return phoneme !== undefined && phoneme.length === 3;
}

/** The phoneme without its stress. */
export function bare(phoneme: string | undefined): string {
  return phoneme === undefined ? '' : phoneme.slice(0, 2);
}

/** Secondary stress in place of primary: for the later part of a compound, or an earlier one. */
export function demoted(phonemes: Arpabet): Arpabet {
  return phonemes.map((phoneme) => phoneme.replace('1', '2'));
}

export function hasPrimary(phonemes: Arpabet): boolean {
  return phonemes.some((phoneme) => phoneme.endsWith('1'));
}

/**
 * A word as the dictionary has it, made even: one primary stress, the last of several; "un-" with its full vowel; no second stress on the
 * "y" of "probably".
 */
export function settled({ letters, phonemes }: Sounded): Sounded {
  const last = phonemes.findLastIndex((phoneme) => phoneme.endsWith('1'));
  const even = phonemes.map((phoneme, index) => {
    if (index < last && phoneme.endsWith('1')) return phoneme.replace('1', '2');
    if (
      index === 0 &&
      phoneme === 'AH0' &&
      phonemes[1] === 'N' &&
      letters.startsWith('un') &&
      !/^un(?:til|less)/.test(letters)
    )
      return 'AH2';
    return phoneme === 'IY2' && index === phonemes.length - 1 && letters.endsWith('y') ? 'IY0' : phoneme;
  });
  return { letters, phonemes: even };
}
