import { z } from 'zod';
import type { SpokenWord } from './spoken-word.ts';

/**
 * A stretch of an utterance in one language and one voice, as it is spoken. Compact, since a book has as many words as it
 * has: what is the same for nearly every word is not written for each.
 */
export const partSchema = z.strictObject({
  /** BCP 47. */
  language: z.string(),
  /** The voice that the author wants for it, by name. */
  voice: z.string().exactOptional(),
  /** The spoken words, parted by single spaces. Empty where there is but silence. */
  text: z.string(),
  /** For each word, where in the utterance's written text what it voices begins and ends: two offsets (UTF-16). */
  at: z.array(z.int().nonnegative()),
  /** The words whose letters are named, by their number from 0. */
  letters: z.array(z.int().nonnegative()).exactOptional(),
  /** The words whose sound the author gave, in IPA. */
  ipa: z.array(z.strictObject({ word: z.int().nonnegative(), ipa: z.string() })).exactOptional(),
  /** Silence that the author wants after it. */
  pauseSeconds: z.number().nonnegative().exactOptional(),
});
export type Part = z.output<typeof partSchema>;

export function partOf(
  words: readonly SpokenWord[],
  about: { readonly language: string; readonly voice?: string | undefined },
): Part {
  const letters = words.flatMap((word, index) => (word.letters ? [index] : []));
  const ipa = words.flatMap((word, index) =>
    word.ipa === undefined ? [] : [{ word: index, ipa: word.ipa }],
  );
  return {
    language: about.language,
    ...(about.voice !== undefined && { voice: about.voice }),
    text: words.map(({ text }) => text).join(' '),
    at: words.flatMap(({ begin, end }) => [begin, end]),
    ...(letters.length > 0 && { letters }),
    ...(ipa.length > 0 && { ipa }),
  };
}
