/** A book that was recorded, cut into chunks, with the gains that its deliveries need. */
import { profiles, type Profile } from '../audio/profiles.ts';
import type { Levels } from '../audio/loudness/levels.ts';
import type { Delivery } from '../audio/quality/delivery.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Sound } from './builds.ts';
import { chunked, encodeChunks, type Chunked, type EncodedChapter } from './encoding.ts';
import { gainFor, onTarget, type Levelled } from './levelling.ts';

export type HeardBook = {
  /** The pages that the audiobook has. */
  readonly inBook: readonly Chunked[];
  readonly sampleRate: number;
  /** One gain in dB for the whole book, found when it is first asked for. */
  readonly gainOf: (profile: Profile) => Promise<number>;
  /** The audiobook's pages with that gain, encoded when they are first asked for. */
  readonly encode: (profile: Profile) => Promise<readonly EncodedChapter[]>;
  /** The EPUB's own pages, with a gain of their own: a list of names is said lower than a story. */
  readonly encodeAdded: () => Promise<readonly EncodedChapter[]>;
};

export function heardBook(
  build: Sound['build'],
  inBook: readonly ChapterAudio[],
  added: readonly ChapterAudio[],
  announce: (chunks: number) => void,
): HeardBook {
  const book = chunked(inBook);
  const ownPages = chunked(added);
  const sampleRate = (book[0] ?? ownPages[0])?.chapter.sampleRate ?? 1;
  const encoded = async (profile: Profile, pages: readonly Chunked[]): Promise<LevelledPages> => {
    const chunks = pages.flatMap(({ chunks: own }) => own);
    const gainDb = await gainFor(build, chunks, sampleRate, profile);
    announce(chunks.length);
    return onTarget(gainDb, profile, (tried) => encodeChunks({ build }, pages, profile, tried), levelsOf);
  };
  const known = new Map<string, Promise<LevelledPages>>();
  const inProfile = (profile: Profile): Promise<LevelledPages> => {
    const made = known.get(profile.name) ?? encoded(profile, book);
    known.set(profile.name, made);
    return made;
  };
  return {
    inBook: book,
    sampleRate,
    gainOf: async (profile) => (await inProfile(profile)).gainDb,
    encode: async (profile) => (await inProfile(profile)).encoded,
    encodeAdded: async () => (await encoded(profiles.audiobook, ownPages)).encoded,
  };
}

type LevelledPages = Levelled<readonly EncodedChapter[]>;

function levelsOf(pages: readonly EncodedChapter[]): readonly Levels[] {
  return pages.flatMap(({ chunks }) => chunks.map(({ levels }) => levels));
}

/** What the read-aloud of an EPUB measures. */
export function overlayDelivery({ sha256 }: Output, pages: readonly EncodedChapter[]): Delivery {
  const levels = levelsOf(pages);
  const seconds = pages.reduce((sum, { chapter }) => sum + chapter.samples / chapter.sampleRate, 0);
  return { sha256, profile: profiles.overlay, seconds, levels, chapters: pages.length };
}

/** Every page, those that only the EPUB has first, as the EPUB reads it aloud: as loud as the audiobook, and the same chunks. */
export async function encodeForEpub({ encode, encodeAdded }: HeardBook): Promise<readonly EncodedChapter[]> {
  const [added, inBook] = await Promise.all([encodeAdded(), encode(profiles.audiobook)]);
  return [...added, ...inBook];
}
