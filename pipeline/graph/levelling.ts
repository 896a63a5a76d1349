/** How loud a book is, and what gain brings it to the loudness of a delivery. */
import { measureChunk } from '../audio/chunks/measure-chunk.ts';
import type { Pieces } from '../audio/chunks/pieces.ts';
import { amplified, loudnessOf, rmsOf, type Levels } from '../audio/loudness/levels.ts';
import type { Profile, Target } from '../audio/profiles.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import { mapLimited } from '../engine/map-limited.ts';
import { createLimit } from '../engine/limit.ts';
import type { TextBuild } from './builds.ts';
import { chunked } from './encoding.ts';

/** Gains are whole steps: an edit of a sentence, which changes a book's loudness by a hundredth, changes no gain. */
const STEP_DB = 0.5;
/** Finer ones, for what is encoded in one piece and so is encoded again after every edit: then at least it is right at once. */
const FINE_STEP_DB = 0.25;
const MOST_ROUNDS = 4;
/** Nobody speaks so low; what needs more is no speech. */
const LARGEST_GAIN_DB = 40;
/** Chunks that are in memory at once. */
const AT_ONCE = 4;
/** Chunks of which it is found out what the limiter takes away: five minutes or so. */
const SAMPLE = 8;

/**
 * The gain in dB, in half decibels (quarters where it is `fine`), that brings chunks to the middle of the profile's target
 * after its limiter. Where no peak
 * reaches the limiter, one gain for all is the whole treatment.
 */
export async function gainFor(
  build: TextBuild,
  chunks: readonly Pieces[],
  sampleRate: number,
  { target, ceilingDb }: Profile,
  { fine = false } = {},
): Promise<number> {
  const stepDb = fine ? FINE_STEP_DB : STEP_DB;
  const steps = (decibels: number): number => Math.min(LARGEST_GAIN_DB, rounded(decibels, stepDb));
  const spoken = await measured(build, chunks, sampleRate);
  const { goal, measure } = aimOf(target);
  const found = measure(spoken);
  if (found === undefined) return 0;
  const sample = sampleOf(chunks.flatMap((pieces, index) => ({ pieces, levels: spoken[index] })));
  const plain = measure(sample.flatMap(({ levels }) => levels ?? [])) ?? found;
  let gainDb = steps(goal - found);
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const loud = measure(await limited(build, sample, sampleRate, gainDb, ceilingDb)) ?? plain + gainDb;
    const short = goal - (found + gainDb) + (plain + gainDb - loud);
    // The limiter takes away, so that it can only be too little; half a step too much is the rounding's.
    if (short < stepDb / 2 || gainDb >= LARGEST_GAIN_DB) break;
    gainDb = Math.min(LARGEST_GAIN_DB, gainDb + Math.max(stepDb, steps(short)));
  }
  return gainDb;
}

/** So much nearer to its target than it must be is what was encoded. */
const SPARE_LU = 0.15;
const MOST_CORRECTIONS = 4;
const LEAST_SHARE = 0.2;

export type Levelled<T> = { readonly gainDb: number; readonly encoded: T };

/**
 * What the encoded file measures is what counts: where the codec, its limiter or the silence of a short file took away so much
 * that the target is nearly missed, it is encoded again with that much more gain.
 */
export async function onTarget<T>(
  gainDb: number,
  { target }: Profile,
  encodedWith: (gainDb: number) => Promise<T>,
  levelsOf: (encoded: T) => readonly Levels[],
): Promise<Levelled<T>> {
  const { goal, within, measure } = aimOf(target);
  let [best, nearest] = [undefined as Levelled<T> | undefined, Infinity];
  // Of what is added to the gain, so much arrives: where the limiter is at work it is little.
  let share = 1;
  let before: { readonly gainDb: number; readonly short: number } | undefined;
  for (let tries = 0, ownGainDb = gainDb; ; tries++) {
    const encoded = await encodedWith(ownGainDb);
    const short = goal - (measure(levelsOf(encoded)) ?? goal);
    if (best === undefined || Math.abs(short) < nearest) {
      best = { gainDb: ownGainDb, encoded };
      nearest = Math.abs(short);
    }
    if (nearest <= within - SPARE_LU || tries === MOST_CORRECTIONS) return best;
    if (before && ownGainDb !== before.gainDb)
      share = Math.min(1, Math.max(LEAST_SHARE, (before.short - short) / (ownGainDb - before.gainDb)));
    before = { gainDb: ownGainDb, short };
    ownGainDb = Math.min(LARGEST_GAIN_DB, ownGainDb + rounded(short / share, FINE_STEP_DB));
  }
}

type Aim = {
  /** In dB, as `within`: how far from it a file may be. */
  readonly goal: number;
  readonly within: number;
  readonly measure: (levels: readonly Levels[]) => number | undefined;
};

function aimOf({ loudness, rmsDb }: Target): Aim {
  if (rmsDb === undefined)
    return { goal: loudness?.lufs ?? 0, within: loudness?.within ?? Infinity, measure: loudnessOf };
  const { atLeast, atMost } = rmsDb;
  return { goal: (atLeast + atMost) / 2, within: (atMost - atLeast) / 2, measure: rmsOf };
}

type Sampled = { readonly pieces: Pieces; readonly levels: Levels | undefined };

/** Enough chunks to tell what the limiter takes away; the same ones after an edit elsewhere. */
function sampleOf(chunks: readonly Sampled[]): readonly Sampled[] {
  const mark = ({ pieces }: Sampled): string => {
    const sound = pieces.find((piece) => typeof piece !== 'number');
    return sound === undefined ? '' : sound.sha256;
  };
  return chunks
    .filter(({ levels }) => levels?.truePeak !== undefined)
    .toSorted((a, b) => (mark(a) < mark(b) ? -1 : 1))
    .slice(0, SAMPLE);
}

/**
 * Measures what is spoken already while the rest still is: `gainFor` asks for that first, and on one core. One chapter at a time, for
 * in a book that is remembered all are there at once.
 */
export function measureAhead(build: TextBuild): (chapter: ChapterAudio) => Promise<void> {
  const one = createLimit(1);
  return (chapter) =>
    one(async () => {
      for (const { chunks } of chunked([chapter])) await measured(build, chunks, chapter.sampleRate);
    }, build.signal);
}

/** What chunks measure as they were spoken. */
async function measured(
  build: TextBuild,
  chunks: readonly Pieces[],
  sampleRate: number,
): Promise<readonly Levels[]> {
  return mapLimited(
    chunks,
    AT_ONCE,
    (pieces) => build.step(measureChunk, { pieces, sampleRate }),
    build.signal,
  );
}

async function limited(
  build: TextBuild,
  chunks: readonly Sampled[],
  sampleRate: number,
  gainDb: number,
  ceilingDb: number,
): Promise<readonly Levels[]> {
  const heard = await mapLimited(
    chunks,
    AT_ONCE,
    async ({ pieces, levels }) => {
      if (levels?.truePeak === undefined) return [];
      if (levels.truePeak / 100 + gainDb <= ceilingDb) return [amplified(levels, gainDb)];
      return [await build.step(measureChunk, { pieces, sampleRate, level: { gainDb, ceilingDb } })];
    },
    build.signal,
  );
  return heard.flat();
}

function rounded(decibels: number, stepDb: number): number {
  return Math.round(decibels / stepDb) * stepDb;
}
