/** The whole book as Opus: half of the bytes of an MP3, for those who carry a library with them. */
import type { ChapterMark } from '../audio/chapter-marks.ts';
import { encodeWhole } from '../audio/encode-whole.ts';
import { profiles } from '../audio/profiles.ts';
import type { BookTags } from '../audio/tags/book-tags.ts';
import { vorbisComments } from '../audio/tags/vorbis-comments.ts';
import type { Json } from '../engine/json.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Sound } from './builds.ts';
import type { Chunked } from './encoding.ts';
import { gainFor, onTarget } from './levelling.ts';
import type { Made } from './made.ts';

/** Opus knows no other. */
const RATE = 48_000;

export type OpusInput = {
  readonly slug: string;
  readonly chapters: readonly Chunked[];
  readonly sampleRate: number;
  readonly tags: BookTags;
  readonly marks: readonly ChapterMark[];
  readonly tools: Readonly<Record<string, Json>>;
};

/** In one piece: what an Opus frame says follows from the frames before it, so that chunks could not be joined unheard. */
export async function opusFile(
  { build }: Pick<Sound, 'build'>,
  { slug, chapters, sampleRate, tags, marks, tools }: OpusInput,
): Promise<Made> {
  const profile = profiles.opus;
  const { ceilingDb, encoding, target } = profile;
  const chunks = chapters.flatMap(({ chunks: own }) => own);
  const gainDb = await gainFor(build, chunks, sampleRate, profile, { fine: true });
  const { truePeakDb } = target;
  const { kilobits } = encoding;
  const comments = vorbisComments(tags, marks);
  const encodedWith = (ownGainDb: number) =>
    build.step(
      encodeWhole,
      { chunks, sampleRate, gainDb: ownGainDb, ceilingDb, truePeakDb, codec: 'opus', kilobits, rate: RATE, comments, title: tags.title }, // prettier-ignore
      { label: slug },
    );
  const { encoded } = await onTarget(gainDb, profile, encodedWith, ({ levels: own }) => own);
  const { file, seconds, levels } = encoded;
  const output: Output = { name: `${slug}.opus`, edition: 'opus', blob: file, ...file, seconds, tools };
  return {
    outputs: [output],
    deliveries: [{ sha256: file.sha256, profile, seconds, levels, chapters: chapters.length, marks }],
  };
}
