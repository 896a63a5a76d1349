import { z } from 'zod';
import type { Part } from '../narration/part.ts';
import type { SpokenWord } from '../narration/spoken-word.ts';

/** What one voice says in one go: a part of an utterance, cast and pronounced. */
export const lineSchema = z.strictObject({
  /** The voice's id. */
  voice: z.string(),
  /** BCP 47. */
  language: z.string(),
  /** The words, parted by single spaces. */
  text: z.string().min(1),
  /** How each sounds, parted by single spaces, where the voice takes phonemes. */
  phonemes: z.string().exactOptional(),
  tempo: z.number().positive().exactOptional(),
});
export type Line = z.output<typeof lineSchema>;

/** The words of a part, written out. */
export function wordsOf(part: Part): readonly SpokenWord[] {
  if (part.text === '') return [];
  const ipa = new Map(part.ipa?.map((one) => [one.word, one.ipa]));
  const letters = new Set(part.letters);
  return part.text.split(' ').map((text, index): SpokenWord => {
    const sound = ipa.get(index);
    return {
      text,
      begin: part.at[index * 2] ?? 0,
      end: part.at[index * 2 + 1] ?? 0,
      ...(letters.has(index) && { letters: true }),
      ...(sound !== undefined && { ipa: sound }),
    };
  });
}
