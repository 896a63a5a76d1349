import { mathText, type MathElement } from '../math-tree.ts';
import { partsOf } from './fences.ts';
import type { Around } from './said.ts';

/** Whether a row is but letters, numbers and a sign before them: “i pi”, “minus two x”. */
export function isProduct(elements: readonly MathElement[], around: Around): boolean {
  const parts = partsOf(elements);
  return parts.every((part, index) => {
    if (!('element' in part)) return false;
    if (index === 0 && parts.length > 1 && /^[−-]$/u.test(mathText(part.element))) return true;
    const { kind, simple, open } = around.speaker.element(part.element, around);
    return simple && open !== true && (kind === 'number' || kind === 'letter' || kind === 'operand');
  });
}
