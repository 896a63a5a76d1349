import { createHash } from 'node:crypto';

/**
 * Mints ids, once and for all editions. An id says what it names (`p-…` a paragraph, `fig-…` a figure) and comes from
 * the file and the words of what it names, not from its number: so an edit, an insertion or a removal elsewhere
 * leaves it as it is. Twins (the same words twice in one file) are told apart by `-2`, `-3` in reading order.
 */
export type Mint = (prefix: string, words: string) => string;

export function createMint(file: string): Mint {
  const twins = new Map<string, number>();
  return (prefix, words) => {
    const id = `${prefix}-${shortHash(`${file}\0${words}`)}`;
    const count = (twins.get(id) ?? 0) + 1;
    twins.set(id, count);
    return count === 1 ? id : `${id}-${count}`;
  };
}

/** 60 bits: among a million ids the chance of two alike is one in two million. */
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 15);
}
