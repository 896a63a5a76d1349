import type { Inline, Link, Mark } from './model.ts';
import { sentenceEnds } from './sentences.ts';

/**
 * Cuts a run of inlines into sentences. A mark that spans two sentences is written twice, once in each;
 * a link is never cut, since each half would be a link of its own: what it joins is one sentence. Nor is a span that
 * other words are said for, since each half would say them all.
 *
 *     One *two. Three* four.   →   One *two. *   |   *Three* four.
 */
export function splitSentences(inlines: readonly Inline[], language: string): readonly (readonly Inline[])[] {
  const shape: string[] = [];
  const uncut: [number, number][] = [];
  let length = 0;
  const measure = (children: readonly Inline[], isWhole = false): void => {
    for (const inline of children) {
      if (inline.type === 'mark' || inline.type === 'link') {
        const begin = length;
        const isOne = isUncut(inline);
        measure(inline.children, isWhole || isOne);
        if (isOne && !isWhole) uncut.push([begin, length]);
      } else {
        const text = stand(inline);
        shape.push(text);
        length += text.length;
      }
    }
  };
  measure(inlines);
  const ends = withoutEndsInside(uncut, sentenceEnds(shape.join(''), language));
  const pieces = new Map<number, Inline[]>();
  distribute(inlines, ends, { position: 0, piece: 0 }, pieces);
  return [...pieces.values()];
}

function isUncut(inline: Mark | Link): boolean {
  return inline.type === 'link' || inline.speech?.say !== undefined || inline.speech?.ipa !== undefined;
}

/** Both are in reading order, so one walk along both is enough. */
function withoutEndsInside(
  spans: readonly (readonly [from: number, to: number])[],
  ends: readonly number[],
): readonly number[] {
  let next = 0;
  return ends.filter((end) => {
    while ((spans[next]?.[1] ?? Infinity) <= end) next += 1;
    return end <= (spans[next]?.[0] ?? Infinity);
  });
}

/**
 * What stands for an inline while sentences are sought: code must not be split inside, an image is a thing.
 * For code a letter without case: a sentence may begin with code, and a full stop after it ends one.
 */
function stand(inline: Exclude<Inline, Mark | Link>): string {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'code':
      return 'א'.repeat(inline.value.length);
    case 'math':
      return 'א';
    case 'image':
      return '\uFFFC';
    case 'break':
      return ' ';
    case 'note':
    case 'pause':
    case 'page':
    case 'index':
      return '';
  }
}

function lengthOf(inline: Inline): number {
  if (inline.type === 'mark' || inline.type === 'link')
    return inline.children.reduce((sum, child) => sum + lengthOf(child), 0);
  return stand(inline).length;
}

/**
 * Puts inlines into pieces that end at `ends`, in one pass: a paragraph may be a whole book. What has no length at an
 * end (a note's number after its full stop, a pause) stays with what is before it; a mark for the index stands before its term.
 */
function distribute(
  inlines: readonly Inline[],
  ends: readonly number[],
  cursor: { position: number; piece: number },
  pieces: Map<number, Inline[]>,
): void {
  const put = (piece: number, inline: Inline): void => {
    const there = pieces.get(piece);
    if (there) there.push(inline);
    else pieces.set(piece, [inline]);
  };
  const leaveEndedPiece = (): void => {
    if (cursor.position >= (ends[cursor.piece] ?? Infinity)) cursor.piece += 1;
  };
  for (const inline of inlines) {
    if (inline.type === 'mark') {
      const inner = new Map<number, Inline[]>();
      distribute(inline.children, ends, cursor, inner);
      for (const [piece, children] of inner) put(piece, { ...inline, children });
    } else if (inline.type === 'text') {
      for (let value = inline.value; value !== '';) {
        leaveEndedPiece();
        const part = value.slice(0, (ends[cursor.piece] ?? Infinity) - cursor.position);
        put(cursor.piece, { type: 'text', value: part });
        cursor.position += part.length;
        value = value.slice(part.length);
      }
    } else {
      const length = lengthOf(inline);
      if (length > 0 || inline.type === 'index') leaveEndedPiece();
      put(cursor.piece, inline);
      cursor.position += length;
    }
  }
}
