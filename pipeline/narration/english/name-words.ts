import { digitByDigit } from './numbers/cardinal.ts';
import { pairWords } from './numbers/year.ts';

const signs: Readonly<Record<string, string>> = { '-': 'dash', _: 'underscore', '+': 'plus' };

/**
 * A name as computers write it, in words: `jane.doe` is "jane dot doe", `myFile2` "my File two", `src/index` "src slash index".
 *
 * @param manner with `short`, hyphens and low lines are silent
 */
export function nameWords(name: string, manner: 'short' | 'signs'): string {
  return Array.from(name.matchAll(/\p{L}[\p{L}\p{M}]*|\p{N}+|[._+/\\@:-]/gu), ([piece]) =>
    pieceWords(piece, manner),
  )
    .filter((words) => words !== '')
    .join(' ');
}

function pieceWords(piece: string, manner: 'short' | 'signs'): string {
  if (piece === '.') return 'dot';
  if (piece === '/') return 'slash';
  if (piece === '\\') return 'backslash';
  if (piece === '@') return 'at';
  if (/^\d+$/u.test(piece))
    return piece.length > 4 || piece.startsWith('0') ? digitByDigit(piece, 'zero') : pairWords(piece);
  if (/^\p{N}/u.test(piece)) return 'numeral';
  if (/^[_+:-]$/u.test(piece)) return manner === 'signs' ? (signs[piece] ?? '') : '';
  if (/^\p{L}$/u.test(piece)) return piece.toUpperCase();
  // "MeToo", "readFile": capitals begin words.
  return piece.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
}
