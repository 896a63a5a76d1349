import type { Inline, Link, Mark } from './model.ts';
import { sentenceEnds } from './sentences.ts';

/**
 * Cuts a run of inlines into sentences. A mark that spans two sentences is written twice, once in each;
 * a link is never cut, since each half would be a link of its own: what it joins is one sentence.
 *
 *     One *two. Three* four.   →   One *two. *   |   *Three* four.
 */
export function splitSentences(inlines: readonly Inline[], language: string): readonly (readonly Inline[])[] {
  const shape: string[] = [];
  const uncut: [number, number][] = [];
  let length = 0;
  const measure = (children: readonly Inline[]): void => {
    for (const inline of children) {
      if (inline.type === 'mark') measure(inline.children);
      else if (inline.type === 'link') {
        const begin = length;
        measure(inline.children);
        uncut.push([begin, length]);
      } else {
        const text = stand(inline);
        shape.push(text);
        length += text.length;
      }
    }
  };
  measure(inlines);
  const ends = sentenceEnds(shape.join(''), language).filter(
    (end) => !uncut.some(([from, to]) => from < end && end < to),
  );
  const pieces: (readonly Inline[])[] = [];
  let rest = inlines;
  let begin = 0;
  for (const end of ends) {
    const [head, tail] = cut(rest, end - begin);
    pieces.push(head);
    rest = tail;
    begin = end;
  }
  pieces.push(rest);
  return pieces.filter((piece) => piece.length > 0);
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
    case 'image':
      return '\uFFFC';
    case 'break':
      return ' ';
    case 'note':
      return '';
  }
}

function lengthOf(inline: Inline): number {
  if (inline.type === 'mark' || inline.type === 'link')
    return inline.children.reduce((sum, child) => sum + lengthOf(child), 0);
  return stand(inline).length;
}

/** Cuts at an offset. What has no length there (a note's number after its full stop) stays with what is before it. */
function cut(inlines: readonly Inline[], offset: number): readonly [readonly Inline[], readonly Inline[]] {
  const head: Inline[] = [];
  const tail: Inline[] = [];
  let position = 0;
  for (const inline of inlines) {
    const length = lengthOf(inline);
    if (position + length <= offset && tail.length === 0) head.push(inline);
    else if (position >= offset) tail.push(inline);
    else if (inline.type === 'text') {
      head.push({ type: 'text', value: inline.value.slice(0, offset - position) });
      tail.push({ type: 'text', value: inline.value.slice(offset - position) });
    } else if (inline.type === 'mark') {
      const [before, after] = cut(inline.children, offset - position);
      if (before.length > 0) head.push({ ...inline, children: before });
      if (after.length > 0) tail.push({ ...inline, children: after });
    } else tail.push(inline);
    position += length;
  }
  return [head, tail];
}
