import type { MathElement } from '../math-tree.ts';
import type { Fenced, Part } from './fences.ts';

/** A part of a formula in words, and what decides how it is joined to its neighbours. */
export type Said = {
  readonly words: string;
  readonly kind:
    | 'number'
    | 'letter'
    | 'operand'
    /** A division: “a over b”. */
    | 'fraction'
    /** A common fraction: “two thirds”. */
    | 'share'
    /** In brackets. */
    | 'fence'
    /** Said with “of” before what it is applied to. */
    | 'function'
    /** Stands before all that follows. */
    | 'prefix'
    | 'operator'
    | 'postfix'
    | 'differential'
    | 'comma';
  /** Whether it can stand inside another part without a word that tells where it ends. */
  readonly simple: boolean;
  /** Whether what follows without a sign would seem to belong to it: “two to the n”. */
  readonly open?: boolean;
  /** Whether it ends in a power, which would seem to be one of whatever it is put behind: “f of x squared”. */
  readonly raised?: boolean;
  /** Whether brackets behind it hold its arguments: always, or only where they hold letters and numbers alone. */
  readonly calls?: 'always' | 'simple';
};

/** Where a part stands. */
export type Around = {
  /** Letters that the formula has both small and capital. */
  readonly bothCases: ReadonlySet<string>;
  /** Under or over a sum or limit: “i in S”, “x approaches zero”. */
  readonly limits?: boolean;
  readonly inFraction?: boolean;
  readonly integral?: boolean;
  /** Whether a modulus stands in the row. */
  readonly modular?: boolean;
  /** What a lone bar or colon means here. */
  readonly bar?: 'given' | 'such that';
  readonly speaker: Speaker;
};

/** What all others call; `last` is what stands before. */
export type Speaker = {
  readonly row: (parts: readonly Part[], around: Around) => Said;
  readonly element: (element: MathElement, around: Around) => Said;
  readonly fence: (part: Fenced, around: Around, last?: Said) => Said;
  /** What `last` is applied to, if the fence holds that. */
  readonly call: (part: Fenced, around: Around, last?: Said) => Said | undefined;
};

/** “the square root of x”, “the square root of the quantity x plus one, end root,”. */
export function applied(label: string, inside: Said, end: string): string {
  return inside.simple
    ? `${label} of ${inside.words}`
    : `${label} of the quantity ${inside.words}, end ${end},`;
}

export function operand(words: string, rest: Partial<Said> = {}): Said {
  return { words, kind: 'operand', simple: false, ...rest };
}
