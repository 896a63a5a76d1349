import { x } from '../../xml/x.ts';
import type { PageMarker } from '../../document/model.ts';
import type { Xml } from '../../xml/serialise.ts';

/** Where a page of print begins: its number is its name, and nothing of it shows (DPUB-ARIA 1.1, doc-pagebreak). */
export function emitPageMarker(element: 'div' | 'span', { id, number }: PageMarker): Xml {
  return x(element, { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', 'aria-label': number });
}
