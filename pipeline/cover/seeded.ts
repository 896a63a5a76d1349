import { createHash } from 'node:crypto';

/** Numbers in [0, 1), always the same ones for the same text: equal titles have equal covers, others have others. */
export type Numbers = { next(): number; pick<T>(choices: readonly [T, ...T[]]): T };

export function seeded(text: string): Numbers {
  let counter = 0;
  const next = (): number =>
    createHash('sha256').update(`${counter++}\n${text}`).digest().readUInt32BE(0) / 2 ** 32;
  return {
    next,
    pick: ([first, ...rest]) => [first, ...rest][Math.floor(next() * (rest.length + 1))] ?? first,
  };
}
