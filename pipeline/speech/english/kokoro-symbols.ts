export type Accent = 'US' | 'GB';

/** What Kokoro's tokenizer knows of what is used here; it drops anything else, unheard. */
export const kokoroPunctuation = ';:,.!?—…"()“”';
export const kokoroPhonemes = 'AIOQWYaæɐɑɒəɚɛɜɪᵻɨʊʌɔiueoyøœɯɤᵊbdfhjklmnpstvwzðŋɡɹɾrʔʃʒʤʧθçxɣχβɲʎˈˌː';

/** What carries a syllable; `ᵊ` does before `l`, `m`, `n`. A mark of stress stands right before one of these. */
export const kokoroVowels: ReadonlySet<string> = new Set('AIOQWYaæɐɑɒəɚɛɜɪᵻɨʊʌɔiueoyøœɯɤᵊ');
