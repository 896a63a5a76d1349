import type { Element } from 'hast';
import type { Block, ListItem } from '../model.ts';
import { blocksText } from '../plain-text.ts';
import { noteAnchor, type BuildContext } from './context.ts';
import { isBlank, isElement } from './html.ts';

/** A list; what stands in it outside any item becomes an item. An item that shows nothing keeps its place. */
export function listOf(element: Element, context: BuildContext): readonly Block[] {
  const drafts = element.children
    .filter((child) => !isBlank(child))
    .map((child) => {
      const item = isElement(child, 'li') ? child : undefined;
      const blocks = context.blocksOf(item ? item.children : [child], context, { bare: true });
      return { item, blocks, checked: item && checkedOf(item) };
    });
  if (drafts.every(({ blocks }) => blocks.length === 0)) return [];
  // By its first item, so that an edit further down leaves the id as it is.
  const id = context.mint('list', blocksText(drafts[0]?.blocks ?? []));
  const items = drafts.map(({ item, blocks, checked }, index): ListItem => {
    const itemId = `${id}-i${index + 1}`;
    if (item) noteAnchor(context, item, itemId);
    return { id: itemId, ...(checked !== undefined && { checked }), blocks };
  });
  const start = Number(element.properties['start'] ?? 1);
  const ordered = element.tagName === 'ol';
  return [
    { type: 'list', id, ordered, ...(ordered && start !== 1 && Number.isInteger(start) && { start }), items },
  ];
}

/** Whether a task list's item is done; undefined for an ordinary item. */
function checkedOf(item: Element): boolean | undefined {
  const candidates = item.children.flatMap((child) => (isElement(child, 'p') ? child.children : [child]));
  const box = candidates.find((child) => isElement(child, 'input'));
  return isElement(box) && box.properties['type'] === 'checkbox'
    ? Boolean(box.properties['checked'])
    : undefined;
}
