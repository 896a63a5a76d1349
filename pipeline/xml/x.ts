import type { Element } from 'xast';
import { x as xast } from 'xastscript';
import type { Xml } from './serialise.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An element. Attributes that are undefined and children that are null are left out.
 * xastscript takes an element in the place of the attributes for attributes, so here they are never optional.
 */
export function x(
  name: string,
  attributes: Attributes,
  ...children: readonly (Xml | string | null)[]
): Element {
  return xast(name, attributes, ...children);
}
