import type { Start } from './rule.ts';

/** What kind of character begins here. */
export function startOf(text: string, at: number): Start {
  const unit = text.charCodeAt(at);
  if (unit >= 48 && unit <= 57) return 'digit';
  if (unit >= 97 && unit <= 122) return 'lower';
  if (unit >= 65 && unit <= 90) return 'upper';
  if (unit < 128) return 'sign';
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (/\p{Lu}/u.test(character)) return 'upper';
  return /[\p{L}\p{M}]/u.test(character) ? 'lower' : 'sign';
}
