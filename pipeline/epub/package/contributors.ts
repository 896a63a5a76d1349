import type { Element } from 'xast';
import { x } from '../../xml/x.ts';
import { relatorCode } from '../../relators.ts';
import type { Metadata } from '../../source/metadata.ts';

type Contributor = Metadata['authors'][number];

/** Who a book is by, as against who helped it: `dc:creator` as against `dc:contributor`. */
const creating = new Set(['aut', 'cre']);

/** The people of a publication. Where no author is among them, they are what it has: an anthology is by its editors. */
export function contributorElements(
  authors: readonly Contributor[],
  contributors: readonly Contributor[] = [],
): readonly Element[] {
  const anyCreator = authors.some((author) => creating.has(roleOf(author, 'aut').text));
  const people = [
    ...authors.map((person) => ({ person, role: roleOf(person, 'aut'), mayCreate: true })),
    ...contributors.map((person) => ({ person, role: roleOf(person, 'ctb'), mayCreate: false })),
  ];
  return people.flatMap(({ person, role, mayCreate }, index) => {
    const creates = mayCreate && (creating.has(role.text) || !anyCreator);
    const id = `contributor-${index + 1}`;
    const refines = `#${id}`;
    return [
      x(creates ? 'dc:creator' : 'dc:contributor', { id }, person.name),
      x('meta', { refines, property: 'role', scheme: role.coded ? 'marc:relators' : undefined }, role.text),
      ...(person.sortName === undefined
        ? []
        : [x('meta', { refines, property: 'file-as' }, person.sortName)]),
    ];
  });
}

/** A code as it is written, a word as its code; what is neither stays as it is, without a scheme. */
function roleOf(
  { role }: Contributor,
  otherwise: string,
): { readonly text: string; readonly coded: boolean } {
  if (role === undefined) return { text: otherwise, coded: true };
  const code = relatorCode(role);
  return code === undefined ? { text: role, coded: false } : { text: code, coded: true };
}
