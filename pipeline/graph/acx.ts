/** The files that Audible's shop takes: a file a chapter, opening and closing credits, and a sample. */
import type { AudioCover } from '../audio/audiobook.ts';
import { bindSingle } from '../audio/bind-single.ts';
import { samplesOf, type Pieces } from '../audio/chunks/pieces.ts';
import { encodeWhole } from '../audio/encode-whole.ts';
import { profiles } from '../audio/profiles.ts';
import type { Delivery } from '../audio/quality/delivery.ts';
import type { BookTags } from '../audio/tags/book-tags.ts';
import type { ChapterKind } from '../chapter-kinds.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Json } from '../engine/json.ts';
import type { Output } from '../report/place-outputs.ts';
import { slugOf } from '../source/slug.ts';
import type { Sound } from './builds.ts';
import type { Chunked } from './encoding.ts';
import { gainFor, onTarget } from './levelling.ts';
import type { Made } from './made.ts';
import type { Reading } from './reading.ts';
import { partOf } from './tagging.ts';

/** ACX, "Audio Submission Requirements": 0.5 to 1 second before, 1 to 5 seconds after; a file has 120 minutes at the most. */
const HEAD_SECONDS = 0.7;
/** At least: what ends between two chunks has only the pause of a paragraph. */
const TAIL_SECONDS = 1.5;
const LONGEST_SECONDS = 119 * 60;
/** The sample has one to five minutes, of the book itself. */
const SAMPLE_SECONDS = 290;
const RATE = 44_100;
/** Files that are encoded at once. */
const AT_ONCE = 2;

type AcxFile = {
  /** Without folder and ending. */
  readonly name: string;
  readonly title: string;
  readonly chunks: readonly Pieces[];
};
export type AcxInput = {
  readonly chapters: readonly Chunked[];
  readonly tags: BookTags;
  readonly cover: AudioCover;
  readonly tools: Readonly<Record<string, Json>>;
};

export async function acxFiles(
  { build }: Sound,
  { book }: Reading,
  { chapters, tags, cover, tools }: AcxInput,
): Promise<Made> {
  const kinds = new Map(book.chapters.map(({ id, kind }) => [id, kind]));
  const profile = profiles.acx;
  const { target, ceilingDb, encoding } = profile;
  const files = filesOf(chapters, kinds);
  const made = await mapLimited(
    files,
    AT_ONCE,
    async ({ name, title, chunks }, index) => {
      const sampleRate = chapters[0]?.chapter.sampleRate ?? RATE;
      const gainDb = await gainFor(build, chunks, sampleRate, profile);
      const head = Math.round(HEAD_SECONDS * sampleRate);
      const tail = Math.max(0, Math.round(TAIL_SECONDS * sampleRate) - silenceAfter(chunks));
      const { truePeakDb } = target;
      const { kilobits } = encoding;
      const encodedWith = (ownGainDb: number) =>
        build.step(
          encodeWhole,
          { chunks, sampleRate, gainDb: ownGainDb, ceilingDb, truePeakDb, head, tail, codec: 'mp3', kilobits, rate: RATE, title }, // prettier-ignore
          { label: title },
        );
      const { encoded: sound } = await onTarget(gainDb, profile, encodedWith, ({ levels }) => levels);
      const { file, seconds } = await build.step(
        bindSingle,
        {
          sound: sound.file,
          seconds: sound.seconds,
          tags: partOf(tags, title, { number: index + 1, of: files.length }),
          cover,
        },
        { label: title },
      );
      const output: Output = { name: `acx/${name}.mp3`, edition: 'acx', blob: file, ...file, seconds, tools };
      const { sha256 } = file;
      const delivery: Delivery = { sha256, profile, seconds, levels: sound.levels, chapters: 1 };
      return { output, delivery };
    },
    build.signal,
  );
  return {
    outputs: made.map(({ output }) => output),
    deliveries: made.map(({ delivery }) => delivery),
  };
}

/** In the order of the book, numbered so that they stay in it; what is too long for one file is several. */
function filesOf(chapters: readonly Chunked[], kinds: ReadonlyMap<string, ChapterKind>): readonly AcxFile[] {
  const digits = String(chapters.length).length;
  const numbered = (index: number): string => String(index).padStart(Math.max(2, digits), '0');
  const files = chapters.flatMap(({ chapter, chunks }, index): readonly AcxFile[] => {
    const { id, title, sampleRate } = chapter;
    const kind = kinds.get(id);
    const known = { titlepage: 'opening-credits', credits: 'closing-credits' } as const;
    const label = kind === 'titlepage' || kind === 'credits' ? known[kind] : nameOf(title);
    const parts = inParts(chunks, sampleRate);
    return parts.map((part, number) => ({
      name: `${numbered(index)}-${label}${parts.length > 1 ? `-part-${number + 1}` : ''}`,
      title: parts.length > 1 ? `${title} (${number + 1}/${parts.length})` : title,
      chunks: part,
    }));
  });
  const own = chapters.filter(
    ({ chapter }) => !['titlepage', 'credits'].includes(kinds.get(chapter.id) ?? ''),
  );
  const sample = sampleOf(own);
  return sample ? [...files, { name: 'retail-sample', ...sample }] : files;
}

/** A title of signs alone has no letters to be named for. */
function nameOf(title: string): string {
  return /[\p{L}\p{N}]/u.test(title) ? slugOf(title) : 'chapter';
}

/** As few parts as can be, cut between chunks. */
function inParts(chunks: readonly Pieces[], sampleRate: number): readonly (readonly Pieces[])[] {
  const parts: Pieces[][] = [[]];
  let seconds = 0;
  for (const pieces of chunks) {
    const own = samplesOf(pieces) / sampleRate;
    if (seconds > 0 && seconds + own > LONGEST_SECONDS) {
      parts.push([]);
      seconds = 0;
    }
    parts.at(-1)?.push(pieces);
    seconds += own;
  }
  return parts;
}

/** In samples. */
function silenceAfter(chunks: readonly Pieces[]): number {
  const last = chunks.at(-1)?.at(-1);
  return typeof last === 'number' ? last : 0;
}

/** From the beginning of the first chapter that is long enough to tell something, or of the longest. */
function sampleOf(chapters: readonly Chunked[]): Pick<AcxFile, 'title' | 'chunks'> | undefined {
  const seconds = ({ chapter }: Chunked): number => chapter.samples / chapter.sampleRate;
  const longest = chapters.reduce<Chunked | undefined>(
    (best, one) => (best === undefined || seconds(one) > seconds(best) ? one : best),
    undefined,
  );
  const chosen = chapters.find((one) => seconds(one) >= SAMPLE_SECONDS / 2) ?? longest;
  if (chosen === undefined) return undefined;
  let left = SAMPLE_SECONDS * chosen.chapter.sampleRate;
  const chunks: Pieces[] = [];
  for (const pieces of chosen.chunks) {
    left -= samplesOf(pieces);
    if (left < 0 && chunks.length > 0) break;
    chunks.push(pieces);
  }
  return { title: chosen.chapter.title, chunks };
}
