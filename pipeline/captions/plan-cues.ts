import { z } from 'zod';
import { defineStage } from '../engine/define-stage.ts';
import { columnsOf } from './columns.ts';
import { breakOf, columnsIn, LINE_COLUMNS, linesOf } from './lines.ts';
import type { Cue, TimedUtterance } from './timed-text.ts';
import { tokensOf, type Token } from './tokens.ts';

export type CuesInput = {
  readonly sampleRate: number;
  /** The chapter's, with the silence at its end. */
  readonly samples: number;
  readonly utterances: readonly TimedUtterance[];
};

/** A chapter's captions. */
export const captionChapter = defineStage({
  name: 'caption-chapter',
  version: 1,
  output: z.strictObject({
    cues: z.array(
      z.strictObject({
        beginSample: z.int().nonnegative(),
        endSample: z.int().nonnegative(),
        lines: z.array(z.string()),
      }),
    ),
  }),
  tools: [],
  run: (input: CuesInput) => Promise.resolve({ cues: [...planCues(input)] }),
});

/** Below this a cue is a flash that nobody reads. */
const SHORTEST_SECONDS = 1;
/** What most people read in a second. */
const COLUMNS_PER_SECOND = 17;

/** What a cue costs: few cues, broken where the sentence allows it, none of them a flash. */
const costs = { cue: 10, breakAtClause: 4, breakElsewhere: 24, flash: 30 } as const;

/**
 * Cues of one or two lines, a sentence each where it fits, else broken at its clauses. A cue begins with its first word and
 * stays into the silence after it for as long as it takes to read, but never into the next one. Very short sentences, such as
 * the number of a list's item, share a cue with what follows.
 */
export function planCues({ sampleRate, samples, utterances }: CuesInput): readonly Cue[] {
  const pieces = runsOf(utterances, sampleRate * SHORTEST_SECONDS).flatMap((run) =>
    cutRun(run.flatMap(tokensOf), sampleRate),
  );
  return pieces.map(({ tokens, first }, index) => {
    const lines = linesOf(tokens, first);
    const beginSample = tokens[0]?.beginSample ?? 0;
    const spoken = tokens.at(-1)?.endSample ?? beginSample;
    const reading = lines.reduce((sum, line) => sum + columnsOf(line), 0) / COLUMNS_PER_SECOND;
    const wanted = beginSample + Math.ceil(Math.max(SHORTEST_SECONDS, reading) * sampleRate);
    const next = pieces[index + 1]?.tokens[0]?.beginSample ?? samples;
    return { beginSample, endSample: Math.min(next, Math.max(spoken, wanted)), lines };
  });
}

/** Utterances that are cut into cues together: after one that is over in less than a cue's time the next belongs to it. */
function runsOf(
  utterances: readonly TimedUtterance[],
  shortestSamples: number,
): readonly (readonly TimedUtterance[])[] {
  const runs: TimedUtterance[][] = [];
  for (const [index, utterance] of utterances.entries()) {
    const before = utterances[index - 1];
    const joins =
      before !== undefined &&
      before.role !== 'heading' &&
      utterance.role !== 'heading' &&
      utterance.beginSample - before.beginSample < shortestSamples;
    if (joins) runs.at(-1)?.push(utterance);
    else runs.push([utterance]);
  }
  return runs;
}

/** `first` of the tokens stand in the first line. */
type Piece = { readonly tokens: readonly Token[]; readonly first: number };
type Way = { readonly cost: number; readonly pieces?: { readonly before: Way; readonly piece: Piece } };

/** The cheapest way to cut a run into cues, found from its beginning to its end. */
function cutRun(tokens: readonly Token[], sampleRate: number): readonly Piece[] {
  const ways: (Way | undefined)[] = [{ cost: 0 }];
  for (let begin = 0; begin < tokens.length; begin += 1) {
    const before = ways[begin];
    if (before === undefined) continue;
    for (let end = begin + 1; end <= tokens.length; end += 1) {
      const piece = tokens.slice(begin, end);
      const first = breakOf(piece);
      if (first === undefined) break;
      const cost = before.cost + costOf(piece, tokens[end], sampleRate);
      if (cost < (ways[end]?.cost ?? Infinity))
        ways[end] = { cost, pieces: { before, piece: { tokens: piece, first } } };
    }
  }
  const pieces: Piece[] = [];
  for (let way = ways[tokens.length]; way?.pieces; way = way.pieces.before) pieces.unshift(way.pieces.piece);
  return pieces;
}

function costOf(piece: readonly Token[], next: Token | undefined, sampleRate: number): number {
  const [first, last] = [piece[0], piece.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const until = next?.beginSample ?? Infinity;
  const flash = until - first.beginSample < SHORTEST_SECONDS * sampleRate ? costs.flash : 0;
  const cut = last.endsUtterance ? 0 : last.endsClause ? costs.breakAtClause : costs.breakElsewhere;
  // Among equal ways the one with cues of about one length, not a full one and a crumb.
  const fill = (columnsIn(piece) / (2 * LINE_COLUMNS)) ** 2 * 3;
  return costs.cue + cut + flash + fill;
}
