import type { Finding, Severity } from '../finding.ts';
import { finding } from '../own-finding.ts';
import type { Par } from './read-overlay.ts';
import type { VisibleText } from './visible-texts.ts';

/** How many clips play while a text is shown, over the element itself and all that it stands in. */
export type ClipsByTarget = ReadonlyMap<string, number>;

export function clipsByTarget(pars: readonly Par[]): ClipsByTarget {
  const counts = new Map<string, number>();
  for (const { text } of pars) {
    const target = text.fragment ?? '';
    counts.set(target, (counts.get(target) ?? 0) + 1);
  }
  return counts;
}

/** Every text of a page has exactly one clip. Neighbours in one paragraph with the same fault are told of together. */
export function checkCoverage(
  texts: readonly VisibleText[],
  clips: ClipsByTarget,
  unvoiced: Severity,
): readonly Finding[] {
  // A clip without a fragment voices the page as a whole.
  const whole = clips.get('') ?? 0;
  const runs: { readonly first: VisibleText; readonly fault: 'none' | 'many'; words: string }[] = [];
  let open = false;
  for (const text of texts) {
    const count = text.within.reduce((sum, id) => sum + (clips.get(id) ?? 0), whole);
    const fault = count === 0 ? 'none' : count > 1 ? 'many' : undefined;
    const last = runs.at(-1);
    if (fault === undefined) open = false;
    else if (open && last?.first.block === text.block && last.fault === fault) last.words += ` ${text.text}`;
    else {
      runs.push({ first: text, fault, words: text.text });
      open = true;
    }
  }
  return runs.map(({ first: { place }, fault, words }) =>
    fault === 'none'
      ? finding('text-unvoiced', `“${shorten(words)}” is not read aloud.`, place, unvoiced)
      : finding('text-voiced-twice', `“${shorten(words)}” is read aloud more than once.`, place),
  );
}

function shorten(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 57).trimEnd()}…`;
}
