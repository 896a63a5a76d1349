/** A book that was recorded, cut into chunks, with the gains that its deliveries need. */
import { profiles, type Profile } from '../audio/profiles.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import type { Sound } from './builds.ts';
import { chunked, encodeChunks, type Chunked, type EncodedChapter } from './encoding.ts';
import { gainFor } from './levelling.ts';

export type HeardBook = {
  /** The pages that the audiobook has. */
  readonly inBook: readonly Chunked[];
  /** Those that only the EPUB reads aloud. */
  readonly added: readonly Chunked[];
  readonly sampleRate: number;
  /** One gain in dB for the whole book, found when it is first asked for. */
  readonly gainOf: (profile: Profile) => Promise<number>;
};

export function heardBook(
  build: Sound['build'],
  inBook: readonly ChapterAudio[],
  added: readonly ChapterAudio[],
): HeardBook {
  const book = chunked(inBook);
  const sampleRate = book[0]?.chapter.sampleRate ?? 1;
  const chunks = book.flatMap(({ chunks: own }) => own);
  const gains = new Map<string, Promise<number>>();
  return {
    inBook: book,
    added: chunked(added),
    sampleRate,
    gainOf: (profile) => {
      const known = gains.get(profile.name) ?? gainFor(build, chunks, sampleRate, profile);
      gains.set(profile.name, known);
      return known;
    },
  };
}

/** Every page, those that only the EPUB has first, as the EPUB reads it aloud: as loud as the audiobook, and the same chunks. */
export async function encodeForEpub(
  sound: Sound,
  { inBook, added, gainOf }: HeardBook,
): Promise<readonly EncodedChapter[]> {
  const gainDb = await gainOf(profiles.audiobook);
  return encodeChunks(sound, [...added, ...inBook], profiles.audiobook, gainDb);
}
