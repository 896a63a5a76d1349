import { pattern } from './rule.ts';

/** Letters with their marks; apostrophes between them: `don’t`, `o’clock`. An exponent is none of them: `xⁿ`. */
const word = pattern(
  String.raw`\p{L}(?:(?![ⁿⁱˣ])[\p{L}\p{M}\p{Cf}])*(?:['’·‧]\p{L}[\p{L}\p{M}\p{Cf}]*)*(?:(?<=\p{Ll}in)['’](?=[ \u00A0]\p{Ll}))?`,
);
/** Digits whose rules are off. */
const remains = pattern(String.raw`\p{N}[\p{M}\p{N}]*(?:[.,:/\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`);

/** The word that stands here, as it is written. */
export function plainWord(text: string, at: number): string | undefined {
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found !== undefined) return found;
  remains.lastIndex = at;
  const rest = remains.exec(text)?.[0];
  return rest !== undefined && /[\p{L}\p{N}]/u.test(rest) ? rest : undefined;
}

/** Without characters that nobody sees (soft hyphens, marks of direction), and with `ﬁ` as two letters. */
export function visible(written: string): string {
  return written
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFB00-\uFB06]/gu, (ligature) => ligature.normalize('NFKC'));
}
