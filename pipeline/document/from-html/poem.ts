import type { Element, ElementContent } from 'hast';
import type { Block, Passage } from '../model.ts';
import { blocksText, passageText } from '../plain-text.ts';
import { isLabel } from './aside.ts';
import type { BuildContext } from './context.ts';
import { imagesAlone, isBlank, isElement } from './html.ts';
import { linesOf } from './lines.ts';
import { pageMarkersAlone } from './page-marker.ts';
import { passageOf } from './passage.ts';
import { partAttribution } from './quotation.ts';

/**
 * `:::poem[Title]`: each paragraph is a stanza, each of its lines a line of verse. As in a quotation, a last paragraph or
 * line that begins with a dash says who wrote it.
 */
export function poemOf(element: Element, context: BuildContext): readonly Block[] {
  const label = element.children.find(isLabel);
  const children = element.children.filter((child) => child !== label && !isBlank(child));
  const last = children.at(-1);
  const parted = isElement(last, 'p') ? partAttribution(withBreaks(last), children.length > 1) : undefined;
  const content = parted && last ? [...children.slice(0, -1), ...parted.rest] : children;
  const title = label && passageOf('title', label.children, context);
  const blocks = content.flatMap((child) => stanzaOf(child, context));
  const attribution = parted ? passageOf('by', parted.attribution, context) : undefined;
  if (blocks.length === 0 && !title && !attribution) return [];
  const words = blocksText(blocks.slice(0, 1)) || (title ? passageText(title) : '');
  const id = context.mint('poem', words);
  return [{ type: 'poem', id, ...(title && { title }), blocks, ...(attribution && { attribution }) }];
}

function stanzaOf(node: ElementContent, context: BuildContext): readonly Block[] {
  // What is no verse: a list, a page of print that begins, a picture.
  if (!isElement(node, 'p') || pageMarkersAlone(node.children).length > 0 || imagesAlone(node.children))
    return context.blocksOf([node], context);
  const lines = linesOf(node.children).flatMap((line): readonly Passage[] => {
    const passage = passageOf('line', line, context);
    return passage ? [passage] : [];
  });
  const [first] = lines;
  if (!first) return [];
  return [{ type: 'stanza', id: context.mint('stanza', passageText(first)), lines }];
}

/** A paragraph whose lines are parted by breaks, however its author parted them. */
function withBreaks(paragraph: Element): Element {
  const children = linesOf(paragraph.children).flatMap((line, index): readonly ElementContent[] =>
    index === 0 ? line : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...line],
  );
  return { ...paragraph, children };
}
