import type { PlacedChapter, TimedUtterance } from './timed-text.ts';

/** What an utterance belongs to in the book: the block whose sentences are read one after the other. */
export type BlockOf = (target: string) => { readonly id: string; readonly rank?: number } | undefined;

/** A heading or a paragraph of a transcript. */
export type Passage = {
  /** An id to link to; none for what Lectern alone says. */
  readonly id?: string;
  readonly role: string;
  /** Of a heading: 1 is a chapter's. */
  readonly rank?: number;
  readonly utterances: readonly TimedUtterance[];
};

/**
 * A chapter's utterances, those of one block together, so that a transcript has the book's paragraphs. A label, such as an
 * item's number, stands before what it numbers.
 */
export function passagesOf({ utterances }: PlacedChapter, blockOf: BlockOf): readonly Passage[] {
  const passages: (Passage & { utterances: TimedUtterance[] })[] = [];
  let labels: TimedUtterance[] = [];
  for (const utterance of utterances) {
    const { target, role } = utterance;
    if (role === 'label' && target === undefined) {
      labels.push(utterance);
      continue;
    }
    const block = target === undefined ? undefined : blockOf(target);
    const id = block?.id ?? target;
    const last = passages.at(-1);
    if (labels.length === 0 && last !== undefined && id !== undefined && last.id === id && last.role === role)
      last.utterances.push(utterance);
    else {
      passages.push({
        ...(id !== undefined && { id }),
        role,
        ...(role === 'heading' && { rank: block?.rank ?? 1 }),
        utterances: [...labels, utterance],
      });
      labels = [];
    }
  }
  if (labels.length > 0) passages.push({ role: 'label', utterances: labels });
  return passages;
}
