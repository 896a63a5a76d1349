import type { Element, ElementContent } from 'hast';
import type { Block, Passage } from '../model.ts';
import { blocksText } from '../plain-text.ts';
import type { BuildContext } from './context.ts';
import { isBlank, isElement, textOf } from './html.ts';
import { passageOf } from './passage.ts';

/** A dash of any length, or two or three hyphens, before who said it. */
const dash = /^\s*(?:[—–―‒]|-{1,3})\s*(?=\S|$)/;

/**
 * A block quotation. Its attribution is its last paragraph where that begins with a dash, or the last line of that
 * paragraph where it does after a hard break.
 */
export function quotationOf(element: Element, context: BuildContext): readonly Block[] {
  const children = element.children.filter((child) => !isBlank(child));
  const last = children.at(-1);
  const parted = isElement(last, 'p') ? partAttribution(last, children.length > 1) : undefined;
  const content = parted && last ? [...children.slice(0, -1), ...parted.rest] : children;
  const blocks = context.blocksOf(content, context);
  const attribution = parted ? passageOf('by', parted.attribution, context) : undefined;
  if (blocks.length === 0 && !attribution) return [];
  return [quotation(blocks, attribution, context)];
}

function quotation(blocks: readonly Block[], attribution: Passage | undefined, context: BuildContext): Block {
  const id = context.mint('quote', blocksText(blocks.slice(0, 1)));
  return { type: 'quotation', id, blocks, ...(attribution && { attribution }) };
}

export function partAttribution(
  paragraph: Element,
  mayBeWhole: boolean,
): { readonly rest: readonly ElementContent[]; readonly attribution: readonly ElementContent[] } | undefined {
  const whole = withoutDash(paragraph.children);
  if (whole && mayBeWhole) return { rest: [], attribution: whole };
  const at = paragraph.children.findLastIndex((child) => isElement(child, 'br'));
  const line = at > 0 ? withoutDash(paragraph.children.slice(at + 1)) : undefined;
  if (!line) return undefined;
  return { rest: [{ ...paragraph, children: paragraph.children.slice(0, at) }], attribution: line };
}

function withoutDash(children: readonly ElementContent[]): readonly ElementContent[] | undefined {
  const [first, ...rest] = children.filter((child, index) => index > 0 || !isBlank(child));
  if (first?.type !== 'text' || !dash.test(first.value)) return undefined;
  const words = { ...first, value: first.value.replace(dash, '') };
  return words.value.trim() !== '' || rest.some((child) => textOf(child).trim() !== '')
    ? [words, ...rest]
    : undefined;
}
