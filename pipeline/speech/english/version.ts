import type { Accent } from './kokoro-symbols.ts';

/** Raised when equal words would sound differently. */
const version = 2;

/** What belongs to the key of all that is spoken with the English pronouncer. Known without the dictionary, which is heavy to load. */
export function englishVersion(accent: Accent): string {
  return `english-${version}-${accent}`;
}
