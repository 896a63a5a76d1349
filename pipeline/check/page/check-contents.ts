import type { Root } from 'xast';
import { resolveAddress } from '../epub/addresses.ts';
import { attribute, elementsOf, localName, placeOf } from '../epub/xml.ts';
import type { Finding } from '../finding.ts';
import { finding } from '../own-finding.ts';

/** Of a page: its place in the order of reading, and the places of its ids. */
export type PagePlace = { readonly spine: number; readonly order: ReadonlyMap<string, number> };

/** The table of contents lists what it lists in the order of the book (EPUB 3.3, 7.4.2). */
export function checkContents(
  root: Root,
  path: string,
  pages: ReadonlyMap<string, PagePlace>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const toc = [...elementsOf(root)].find(
    (element) =>
      localName(element) === 'nav' && (element.attributes['epub:type'] ?? '').split(/\s+/).includes('toc'),
  );
  let before: readonly [number, number] = [-1, -1];
  for (const link of toc ? elementsOf(toc) : []) {
    const href = localName(link) === 'a' ? attribute(link, 'href') : undefined;
    const address = href === undefined ? undefined : resolveAddress(href, path);
    const page = address && pages.get(address.path);
    if (!address || !page) continue;
    const inPage = address.fragment === undefined ? -1 : page.order.get(address.fragment);
    // That a place is missing is told by others.
    if (inPage === undefined) continue;
    if (page.spine < before[0] || (page.spine === before[0] && inPage < before[1]))
      findings.push(finding('contents-order', `The contents list “${href ?? ''}” after what comes later in the book.`, placeOf(path, link))); // prettier-ignore
    before = [page.spine, inPage];
  }
  return findings;
}
