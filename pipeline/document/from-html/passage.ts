import type { ElementContent } from 'hast';
import type { Inline, Local, Passage } from '../model.ts';
import { inlineText } from '../plain-text.ts';
import { splitSentences } from '../split-sentences.ts';
import { noteAnchor, type BuildContext } from './context.ts';
import { inlinesOf } from './inlines.ts';

/** Phrasing content as sentences with ids, or nothing where there is nothing to see. */
export function passageOf(
  prefix: string,
  nodes: readonly ElementContent[],
  context: BuildContext,
  local: Local = {},
): Passage | undefined {
  const passage = passageOfInlines(prefix, inlinesOf(nodes, context), context, local);
  if (passage) noteAnchorsBelow(nodes, passage.id, context);
  return passage;
}

/** `<a name="here"></a>` and the like: a link there leads to the passage. */
function noteAnchorsBelow(nodes: readonly ElementContent[], id: string, context: BuildContext): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    noteAnchor(context, node, id);
    noteAnchorsBelow(node.children, id, context);
  }
}

export function passageOfInlines(
  prefix: string,
  inlines: readonly Inline[],
  context: Pick<BuildContext, 'mint' | 'language'>,
  local: Local = {},
): Passage | undefined {
  const folded = foldSpace(inlines);
  if (!folded.some(isVisible)) return undefined;
  const id = context.mint(prefix, inlineText(folded));
  const sentences = splitSentences(folded, context.language).map((children, index) => ({
    id: `${id}-s${index + 1}`,
    children,
  }));
  return { id, ...local, sentences };
}

function isVisible(inline: Inline): boolean {
  if (inline.type === 'text' || inline.type === 'code')
    return inline.value.replace(/\u200B/g, '').trim() !== '';
  if (inline.type === 'mark' || inline.type === 'link') return inline.children.some(isVisible);
  return inline.type !== 'break' && !isPoint(inline);
}

/** What is at a place in the text and shows nothing there. */
function isPoint({ type }: Inline): boolean {
  return type === 'pause' || type === 'page' || type === 'index';
}

/** White space as a page shows it: runs are one space, none at the ends or around line breaks; texts that touch are one. */
function foldSpace(inlines: readonly Inline[]): readonly Inline[] {
  const state = { afterSpace: true };
  const forward = fold(inlines, state);
  return trimEnd(forward);
}

function fold(inlines: readonly Inline[], state: { afterSpace: boolean }): readonly Inline[] {
  const folded: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type === 'text') {
      let value = inline.value.replace(/[ \t\r\n\f]+/g, ' ');
      if (state.afterSpace) value = value.replace(/^ /, '');
      if (value === '') continue;
      state.afterSpace = value.endsWith(' ');
      const last = folded.at(-1);
      if (last?.type === 'text') folded[folded.length - 1] = { type: 'text', value: last.value + value };
      else folded.push({ type: 'text', value });
    } else if (inline.type === 'mark' || inline.type === 'link') {
      const children = fold(inline.children, state);
      if (children.length > 0) folded.push({ ...inline, children });
    } else {
      if (inline.type === 'break') {
        trimLast(folded);
        state.afterSpace = true;
      } else if (inline.type !== 'note' && !isPoint(inline)) state.afterSpace = false;
      folded.push(inline);
    }
  }
  return folded;
}

function trimLast(inlines: Inline[]): void {
  const last = inlines.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  if (value === '') inlines.pop();
  else inlines[inlines.length - 1] = { type: 'text', value };
}

function trimEnd(inlines: readonly Inline[]): readonly Inline[] {
  const trimmed = [...inlines];
  for (let last = trimmed.at(-1); last; last = trimmed.at(-1)) {
    trimmed.pop();
    if (last.type === 'break') continue;
    if (isPoint(last)) return [...trimEnd(trimmed), last];
    if (last.type === 'text') {
      const value = last.value.replace(/ +$/, '');
      if (value === '') continue;
      return [...trimmed, { type: 'text', value }];
    }
    if (last.type === 'mark' || last.type === 'link') {
      const children = trimEnd(last.children);
      if (children.length === 0) continue;
      return [...trimmed, { ...last, children }];
    }
    return [...trimmed, last];
  }
  return trimmed;
}
