import type { Root } from 'xast';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';
import { attribute, elementsOf } from '../epub/xml.ts';
import type { Overlay, Par } from './read-overlay.ts';

/** Where the elements of a page stand in its order, by their ids. */
export function orderOf(root: Root): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  let index = 0;
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'id');
    if (id !== undefined && !order.has(id)) order.set(id, index);
    index++;
  }
  return order;
}

/** The clips of a page come in the order of its text; each that goes back is told. */
export function checkOrder(pars: readonly Par[], order: ReadonlyMap<string, number>): readonly Finding[] {
  const findings: Finding[] = [];
  let before = -1;
  for (const { text, place } of pars) {
    const index = order.get(text.fragment ?? '');
    if (index === undefined) continue;
    if (index < before) {
      findings.push(finding('order-differs', `“${text.fragment ?? ''}” stands before what is read aloud before it.`, place)); // prettier-ignore
    }
    before = index;
  }
  return findings;
}

/** Everything that an overlay names in a page is there. */
export function checkTargets(
  overlay: Pick<Overlay, 'pars' | 'groups'>,
  page: string,
  order: ReadonlyMap<string, number>,
): readonly Finding[] {
  return [...overlay.pars, ...overlay.groups]
    .filter(({ text }) => text.path === page && text.fragment !== undefined && !order.has(text.fragment))
    .map(({ text, place }) =>
      finding('target-missing', `${page} has no element “${text.fragment ?? ''}”.`, place),
    );
}
