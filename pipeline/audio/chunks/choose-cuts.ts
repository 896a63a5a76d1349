/** Where a chapter is cut into chunks. An edit must move few cuts: they depend on what is near them, not on where they lie. */

export type Candidate = {
  /** What comes before the cut, in samples from the chapter's beginning. */
  readonly sample: number;
  /** The silence before the cut. */
  readonly pauseSeconds: number;
  /** What the place is known by, as an edit elsewhere leaves it: the digest of the sound before it. */
  readonly mark: string;
  /** Whether the page has another order than the ear here, so that a cut has to be. */
  readonly must: boolean;
};

const SHORTEST_SECONDS = 20;
const LONGEST_SECONDS = 60;
/** A paragraph's end; a joint is best where a listener expects a pause. */
const GOOD_PAUSE_SECONDS = 0.5;
/** Less silence than the frames of two codecs need is no place for a cut. */
const LEAST_PAUSE_SECONDS = 0.1;

/**
 * The indices of the candidates at which to cut, the last always among them.
 *
 * From one cut to the next go 20 to 60 seconds. Of the candidates between, the one with the least mark is taken, of those
 * at a good pause if there are any: the same one is found again when the stretch before it has become longer or shorter.
 */
export function chooseCuts(candidates: readonly Candidate[], sampleRate: number): readonly number[] {
  const cuts: number[] = [];
  let begin = 0;
  for (let from = 0; from < candidates.length;) {
    const to = endOfStretch(candidates, from);
    const stretch = candidates.slice(from, to + 1);
    const chosen = from + firstCut(stretch, begin, sampleRate);
    cuts.push(chosen);
    begin = candidates[chosen]?.sample ?? begin;
    from = chosen + 1;
  }
  return cuts;
}

/** The next place where a cut must be. */
function endOfStretch(candidates: readonly Candidate[], from: number): number {
  const must = candidates.findIndex((candidate, index) => index >= from && candidate.must);
  return must === -1 ? candidates.length - 1 : must;
}

function firstCut(stretch: readonly Candidate[], begin: number, sampleRate: number): number {
  const last = stretch.length - 1;
  const seconds = (index: number): number => ((stretch[index]?.sample ?? 0) - begin) / sampleRate;
  if (seconds(last) <= LONGEST_SECONDS) return last;
  let best: number | undefined;
  for (let index = 0; index < last; index++) {
    const place = stretch[index];
    if (place === undefined || seconds(index) < SHORTEST_SECONDS || place.pauseSeconds < LEAST_PAUSE_SECONDS)
      continue;
    if (seconds(index) > LONGEST_SECONDS && best !== undefined) break;
    const known = best === undefined ? undefined : stretch[best];
    if (known === undefined || isBetter(place, known)) best = index;
  }
  return best ?? last;
}

function isBetter(one: Candidate, other: Candidate): boolean {
  const good = ({ pauseSeconds }: Candidate): boolean => pauseSeconds >= GOOD_PAUSE_SECONDS;
  if (good(one) !== good(other)) return good(one);
  return one.mark < other.mark;
}
