import { taskBoxId } from '../../derived-ids.ts';
import { x } from '../../xml/x.ts';
import type { List, ListItem } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';
import { localAttributes, type EmitContext } from './context.ts';

export function emitList(list: List, context: EmitContext): Xml {
  const tasks = list.items.some(({ checked }) => checked !== undefined);
  const attributes = {
    id: list.id,
    start: list.start,
    class: tasks ? 'tasks' : list.role && 'entries',
    'epub:type': list.role && 'index-entry-list',
    ...localAttributes(list),
  };
  return x(
    list.ordered ? 'ol' : 'ul',
    attributes,
    ...list.items.map((item) => emitItem(item, list.role && 'index-entry', context)),
  );
}

function emitItem({ id, checked, blocks }: ListItem, type: string | undefined, context: EmitContext): Xml {
  return x(
    'li',
    { id, 'epub:type': type },
    checked === undefined ? null : emitBox(taskBoxId(id), checked, context),
    ...context.blocks(blocks),
  );
}

/** A picture of a box with its meaning in words: a book is no form, and a disabled control would be skipped over. */
function emitBox(id: string, checked: boolean, { words }: EmitContext): Xml {
  return x(
    'span',
    { id, class: 'box', role: 'img', 'aria-label': checked ? words.done : words.open },
    checked ? '☑' : '☐',
  );
}
