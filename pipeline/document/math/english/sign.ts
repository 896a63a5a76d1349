import type { Around } from './said.ts';
import { operators, relations } from './symbols.ts';

/** A sign between parts, as it is said here. */
export function signWords(text: string, { limits, bar, modular }: Around): string | undefined {
  if (text === '|' || text === '∣') return bar ?? 'divides';
  if (text === '≡' && modular === true) return 'is congruent to';
  const relation = relations[text];
  if (limits === true) {
    if (text === '→' || text === '⟶') return 'approaches';
    if (relation !== undefined) return relation.replace(/^is /u, '');
  }
  return relation ?? operators[text];
}
