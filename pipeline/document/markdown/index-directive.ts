import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { Place, Problem } from '../../problem.ts';
import { problems } from '../../problems.ts';

type Directive = TextDirective | LeafDirective | ContainerDirective;

/** From what an author writes to what the element carries. */
const properties = { as: 'dataAs', sub: 'dataSub', see: 'dataSee', 'see-also': 'dataSeeAlso' } as const;

const attributes = Object.keys(properties) as readonly (keyof typeof properties)[];

export function isIndexDirective({ name }: Directive): boolean {
  return name === 'index';
}

/**
 * Gives a term of the index its element, whose `data-lectern` says that it is one. Its words stay.
 *
 *     :index[harbour]
 *     :index[the harbour]{as="Harbour" sub="at night" see-also="Quay"}
 *     :index[]{as="Wharf" see="Quay"}
 */
export function applyIndexDirective(node: Directive, place: Place): readonly Problem[] {
  if (node.type !== 'textDirective') {
    node.data = { hName: 'div' };
    return [problems.directiveMisplaced(place, 'index')];
  }
  const given = Object.entries(node.attributes ?? {});
  const [braces] = given.flatMap(([name]) => (name.startsWith('{') ? [name] : []));
  const found =
    braces === undefined
      ? given
          .filter(([name]) => name !== 'id' && !(name in properties))
          .map(([name]) => problems.unknownDirectiveAttribute(place, name, 'index', attributes))
      : [problems.directiveUnreadable(place, 'index', braces)];
  const values = new Map(given.map(([name, value]) => [name, (value ?? '').trim()]));
  if (node.children.length === 0 && (values.get('as') ?? '') === '' && braces === undefined)
    found.push(problems.directiveIncomplete(place, 'index', 'the term in brackets'));
  const id = values.get('id');
  node.data = {
    hName: 'span',
    hProperties: {
      dataLectern: 'index',
      ...(id !== undefined && { id }),
      ...Object.fromEntries(
        attributes.flatMap((name) => {
          const value = values.get(name);
          return value === undefined || value === '' ? [] : [[properties[name], value]];
        }),
      ),
    },
  };
  return found;
}
