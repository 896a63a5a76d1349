import type { Element, ElementContent } from 'hast';
import type { Aside, Block } from '../model.ts';
import { blocksText, passageText } from '../plain-text.ts';
import { wordsOf } from '../words.ts';
import type { BuildContext } from './context.ts';
import { isElement } from './html.ts';
import { passageOf } from './passage.ts';

const kinds = ['note', 'tip', 'warning', 'aside'] as const satisfies readonly Aside['kind'][];

export function isAside(element: Element): boolean {
  return kindOf(element) !== undefined;
}

/** `:::warning[Title]`: its label says what it is in words, since not everyone sees a colour or a sign. */
export function asideOf(element: Element, context: BuildContext): readonly Block[] {
  const kind = kindOf(element) ?? 'aside';
  const title = element.children.find(isLabel);
  // First, as it is read: notes are counted as they are referred to.
  const label = passageOf('label', labelOf(kind, title?.children ?? [], context), context);
  const blocks = context.blocksOf(
    element.children.filter((child) => child !== title),
    context,
  );
  if (blocks.length === 0 && title === undefined) return [];
  const id = context.mint(
    'aside',
    blocks.length > 0 ? blocksText(blocks.slice(0, 1)) : label ? passageText(label) : '',
  );
  return [{ type: 'aside', id, kind, ...(label && { label }), blocks }];
}

/** The first paragraph of a directive that its author wrote in brackets. */
export function isLabel(node: ElementContent): node is Element {
  return isElement(node, 'p') && node.properties['dataLectern'] === 'label';
}

function labelOf(
  kind: Aside['kind'],
  title: readonly ElementContent[],
  context: BuildContext,
): readonly ElementContent[] {
  const { asides, labelled } = wordsOf(context.bookLanguage);
  if (kind === 'aside') return title;
  const word = asides[kind];
  return title.length === 0
    ? [{ type: 'text', value: word }]
    : [{ type: 'text', value: labelled(word) }, ...title];
}

function kindOf(element: Element): Aside['kind'] | undefined {
  // A note's definition carries its label here as well (markdown/notes.ts).
  if (element.properties['dataLabel'] !== undefined) return undefined;
  return kinds.find((kind) => element.properties['dataLectern'] === kind);
}
