import type { Element, ElementContent } from 'hast';
import { holdable } from '../../holdable.ts';
import { problems } from '../../problems.ts';
import type { PageMarker } from '../model.ts';
import { noteAnchor, placeOf, type BuildContext } from './context.ts';
import { attributeOf, isBlank, isElement } from './html.ts';

/** Where a page of the print edition begins. A number that was there already is told: readers go to pages by number. */
export function pageMarkerOf(element: Element, context: BuildContext): PageMarker | undefined {
  if (!isPageMarker(element)) return undefined;
  const number = numberOf(element);
  const name = `page-${number}`;
  const id = context.mint('page', number);
  if (context.anchors.has(name)) context.found.push(problems.pageTwice(placeOf(context, element), number));
  else context.anchors.set(name, id);
  noteAnchor(context, element, id);
  return { type: 'page', id, number };
}

/** The markers of a paragraph that holds nothing else. */
export function pageMarkersAlone(children: readonly ElementContent[]): readonly Element[] {
  const shown = children.filter((child) => !isBlank(child));
  const markers = shown.filter((child): child is Element => isElement(child) && isPageMarker(child));
  return markers.length === shown.length ? markers : [];
}

export function isPageMarker(element: Element): boolean {
  return element.properties['dataLectern'] === 'page' && numberOf(element) !== '';
}

function numberOf(element: Element): string {
  return holdable(attributeOf(element, 'dataLabel')).replace(/\s+/gu, ' ').trim();
}
