import type { Context } from './sentence-context.ts';

/** From a word's place in its sentence to its sounds. */
export type Choose = (context: Context) => string;

export const either = (condition: boolean, yes: string, no: string): string => (condition ? yes : no);

/** Whether it is written with a capital. */
export const capital = ({ word }: Context): boolean => /^\p{Lu}/u.test(word);
