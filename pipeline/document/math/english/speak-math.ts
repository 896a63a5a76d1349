import { elementsOf, mathText, type MathElement } from '../math-tree.ts';
import { sayElement } from './element.ts';
import { sayArguments, sayFence } from './fence.ts';
import { partsOf, type Fenced } from './fences.ts';
import { remembering } from './memo.ts';
import { sayRow } from './row.ts';
import type { Speaker } from './said.ts';

/**
 * A formula as a person would say it: “x squared plus two x”. Short for what is simple; where something nests, words tell
 * where it begins and ends: “the fraction a plus b over c, end fraction”. At the very end of the formula nothing need be closed.
 */
export function speakMath(tree: MathElement): string {
  const speaker: Speaker = { row: sayRow, ...rememberingSpeaker() };
  const { words } = sayRow(partsOf(elementsOf(tree)), { bothCases: bothCasesIn(lettersIn(tree)), speaker });
  return tidy(words);
}

/** Variables; the `d` of `dx` is none. */
function lettersIn(element: MathElement): readonly string[] {
  const text = mathText(element).normalize('NFKC');
  if (element.name === 'mi') return Array.from(text).length === 1 && text !== 'd' ? [text] : [];
  return elementsOf(element).flatMap(lettersIn);
}

function bothCasesIn(all: readonly string[]): ReadonlySet<string> {
  const letters = new Set(all);
  return new Set(
    [...letters].filter((letter) => /\p{Ll}/u.test(letter) && letters.has(letter.toUpperCase())),
  );
}

function rememberingSpeaker(): Omit<Speaker, 'row'> {
  return {
    element: remembering(sayElement),
    fence: remembering(sayFence),
    call: remembering((part: Fenced, around, last) => last && sayArguments(part, last, around)),
  };
}

function tidy(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?=[,;:])/gu, '')
    .replace(/[,;]+(?=[,;])/gu, '')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/,+(?=[;:])/gu, '')
    .replace(/(?:[,;] end [a-z]+(?: [a-z]+)?,?)+\s*$/u, '')
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, '')
    .trim();
}
