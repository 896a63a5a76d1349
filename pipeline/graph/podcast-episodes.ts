/** The sound of podcast episodes of one chapter each. */
import type { AudioCover } from '../audio/audiobook.ts';
import { bindMp3 } from '../audio/bind-mp3.ts';
import {
  chapterMarks,
  type ChapterMark,
  type MarkImage,
  type MarkedSection,
} from '../audio/chapter-marks.ts';
import { loudnessOf, type Levels } from '../audio/loudness/levels.ts';
import { profiles } from '../audio/profiles.ts';
import type { Delivery } from '../audio/quality/delivery.ts';
import type { BookTags } from '../audio/tags/book-tags.ts';
import type { Json } from '../engine/json.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Sound } from './builds.ts';
import { encodeChunks, runsOf, type Chunked, type EncodedChapter } from './encoding.ts';
import type { HeardBook } from './heard-book.ts';
import { gainFor, onTarget } from './levelling.ts';
import { podcastFolder, type EpisodeChapter } from './podcast-plan.ts';
import { partOf } from './tagging.ts';

export type ChapterEpisode = {
  readonly kind: 'chapter';
  readonly chapter: EpisodeChapter;
  readonly audio: Output;
  readonly marks: readonly ChapterMark[];
  readonly alternates: readonly Output[];
  readonly delivery: Delivery;
};

export type EpisodesInput = {
  /** Those that get an episode. */
  readonly planned: readonly EpisodeChapter[];
  readonly chapters: readonly Chunked[];
  readonly gainOf: HeardBook['gainOf'];
  readonly sections: readonly MarkedSection[];
  readonly images: ReadonlyMap<string, MarkImage>;
  readonly tags: BookTags;
  readonly cover: AudioCover;
  readonly tools: Readonly<Record<string, Json>>;
};

/** A chapter may be this much nearer to the edge of what its file must measure than the book; else it gets a gain of its own. */
const SPARE_LU = 0.1;
const AT_ONCE = 4;

export async function chapterEpisodes(
  { build }: Sound,
  input: EpisodesInput,
): Promise<readonly ChapterEpisode[]> {
  const { planned, chapters, sections, tags, cover, tools } = input;
  if (planned.length === 0) return [];
  const bookGainDb = await input.gainOf(profiles.podcast);
  const heard = new Map(chapters.map((one) => [one.chapter.id, one]));
  const episodes = planned.flatMap((chapter) => {
    const chunked = heard.get(chapter.id);
    return chunked ? [{ chapter, chunked }] : [];
  });
  return mapLimited(
    episodes,
    AT_ONCE,
    async ({ chapter, chunked }): Promise<ChapterEpisode> => {
      const { marks, samples, sampleRate } = chapterMarks([chunked.chapter], sections, input.images);
      const encoded = await encodeAlone(build, chunked, bookGainDb);
      const track = { number: chapter.number, of: episodes.length };
      const { file, seconds } = await build.step(
        bindMp3,
        { tags: partOf(tags, chapter.title, track), marks, samples, sampleRate, cover, chunks: runsOf([encoded]) }, // prettier-ignore
        { label: chapter.title },
      );
      const name = `${podcastFolder}/${chapter.stem}.mp3`;
      const profile = profiles.podcast;
      const levels = encoded.chunks.map((chunk) => chunk.levels);
      return {
        kind: 'chapter',
        chapter,
        audio: { name, edition: 'podcast', blob: file, ...file, seconds, tools },
        marks,
        alternates: [],
        delivery: { sha256: file.sha256, profile, seconds, levels, chapters: 1, marks },
      };
    },
    build.signal,
  );
}

/** With the gain of the book, whose chunks are encoded already, unless the chapter alone would miss its target. */
async function encodeAlone(
  build: Sound['build'],
  chunked: Chunked,
  bookGainDb: number,
): Promise<EncodedChapter> {
  const profile = profiles.podcast;
  const asInBook = await one(build, chunked, bookGainDb);
  const { lufs, within } = profile.target.loudness;
  const loudness = loudnessOf(asInBook.chunks.map(({ levels }) => levels));
  if (loudness === undefined || Math.abs(loudness - lufs) <= within - SPARE_LU) return asInBook;
  const ownGainDb = await gainFor(build, chunked.chunks, chunked.chapter.sampleRate, profile);
  const { encoded } = await onTarget(ownGainDb, profile, (gainDb) => one(build, chunked, gainDb), levelsOf);
  return encoded;
}

function levelsOf({ chunks }: EncodedChapter): readonly Levels[] {
  return chunks.map(({ levels }) => levels);
}

async function one(build: Sound['build'], chunked: Chunked, gainDb: number): Promise<EncodedChapter> {
  const [encoded] = await encodeChunks({ build }, [chunked], profiles.podcast, gainDb);
  return encoded ?? { chapter: chunked.chapter, chunks: [] };
}
