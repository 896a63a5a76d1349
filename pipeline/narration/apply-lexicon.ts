import { primaryLanguage } from '../language-tag.ts';
import type { LexiconEntry } from '../source/lexicon/lexicon.ts';
import type { FixedSpeech } from './spoken-word.ts';

/** A lexicon made ready for many texts: its entries by their first words, the longest first. */
export type LexiconMatcher = ReadonlyMap<string, readonly Pattern[]>;

type Pattern = { readonly entry: LexiconEntry; readonly language: string; readonly tokens: readonly Token[] };

/** A run of letters and digits with their marks, or another sign alone. */
type Token = {
  /** As it is compared where case matters: composed, apostrophes alike. */
  readonly exact: string;
  readonly folded: string;
  readonly afterSpace: boolean;
  readonly begin: number;
  readonly end: number;
};

export function compileLexicon(entries: readonly LexiconEntry[]): LexiconMatcher {
  const matcher = new Map<string, Pattern[]>();
  for (const entry of entries) {
    const tokens = tokensOf(entry.grapheme);
    const first = tokens[0]?.folded;
    if (first === undefined) continue;
    const pattern: Pattern = { entry, language: primaryLanguage(entry.language), tokens };
    const group = matcher.get(first);
    if (group) group.push(pattern);
    else matcher.set(first, [pattern]);
  }
  // Sorting is stable: of two alike the one that was read first comes first.
  for (const group of matcher.values()) group.sort((a, b) => b.tokens.length - a.tokens.length);
  return matcher;
}

/**
 * The stretches of a text that the lexicon words: whole words, from left to right, of several that begin at one place the
 * longest. The "’s" of an English word goes with it, and is said.
 *
 *     Kyiv’s mayor    Kyiv: ˈkiːjɪu   →   0–6 ˈkiːjɪuz
 */
export function fixedByLexicon(
  text: string,
  language: string,
  lexicon: LexiconMatcher,
): readonly FixedSpeech[] {
  if (lexicon.size === 0) return [];
  const own = primaryLanguage(language);
  const tokens = tokensOf(text);
  const found: FixedSpeech[] = [];
  for (let at = 0; at < tokens.length;) {
    const begin = tokens[at];
    const patterns = begin && lexicon.get(begin.folded);
    const match = patterns?.find((pattern) => pattern.language === own && matchesAt(tokens, at, pattern));
    if (!begin || !match) {
      at += 1;
      continue;
    }
    at += match.tokens.length;
    const isPossessive = own === 'en' && possessiveAt(tokens, at);
    if (isPossessive) at += 2;
    found.push({
      begin: begin.begin,
      end: tokens[at - 1]?.end ?? text.length,
      ...speechOf(match.entry, isPossessive),
    });
  }
  return found;
}

/** Letters of scripts that are written without spaces stand alone, since nothing tells where their words end. */
const spaceless = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
const token = new RegExp(
  String.raw`${spaceless}\p{M}*|(?:(?!${spaceless})[\p{L}\p{M}\p{N}])+|[^\s\p{L}\p{M}\p{N}]`,
  'gu',
);

function tokensOf(text: string): readonly Token[] {
  let reached = 0;
  return Array.from(text.matchAll(token), ({ 0: word, index }) => {
    const exact = word.normalize('NFC').replace('’', "'");
    const afterSpace = index > reached;
    reached = index + word.length;
    return { exact, folded: exact.toLowerCase(), afterSpace, begin: index, end: reached };
  });
}

function matchesAt(text: readonly Token[], at: number, { entry, tokens }: Pattern): boolean {
  return tokens.every(({ exact, folded, afterSpace }, index) => {
    const here = text[at + index];
    if (here === undefined || (index > 0 && here.afterSpace !== afterSpace)) return false;
    return entry.exactCase ? here.exact === exact : here.folded === folded;
  });
}

function possessiveAt(tokens: readonly Token[], at: number): boolean {
  const [apostrophe, s] = [tokens[at], tokens[at + 1]];
  return apostrophe?.exact === "'" && !apostrophe.afterSpace && s?.folded === 's' && !s.afterSpace;
}

function speechOf({ say, ipa }: LexiconEntry, isPossessive: boolean): Pick<FixedSpeech, 'say' | 'ipa'> {
  if (ipa !== undefined) return { ipa: isPossessive ? withPossessive(ipa) : ipa };
  return { say: `${say ?? ''}${isPossessive ? '’s' : ''}` };
}

/** "Kyiv’s", "Marx’s", "Matt’s": voiced after a voiced sound, with a vowel after a hiss. */
function withPossessive(ipa: string): string {
  const last = Array.from(ipa.normalize('NFD').replace(/[\p{M}ːˑˈˌʰʲʷ.\s()]/gu, '')).at(-1) ?? '';
  if (/[szʃʒ]/u.test(last)) return `${ipa}ɪz`;
  return /[ptkfθ]/u.test(last) ? `${ipa}s` : `${ipa}z`;
}
