import type { Problem } from '../problem.ts';

/**
 *     02-figures.md:14:3: error: The image images/map.svg does not exist. [image-missing]
 *         Check the spelling, upper and lower case included; paths start at the file they stand in.
 */
export function formatProblem({ place, severity, message, remedy, code }: Problem): string {
  const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return `${oneLine(where)}: ${severity}: ${oneLine(message)} [${code}]\n    ${oneLine(remedy)}`;
}

/** What an author wrote may hold anything; a terminal obeys control characters, so none reach it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, (run) => (/^[\n\r\t]+$/.test(run) ? ' ' : '\uFFFD'));
}
