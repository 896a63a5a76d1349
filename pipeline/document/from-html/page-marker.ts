import type { Element, ElementContent } from 'hast';
import { holdable } from '../../holdable.ts';
import type { PageMarker } from '../model.ts';
import { noteAnchor, placeOf, type BuildContext } from './context.ts';
import { attributeOf, isBlank, isElement } from './html.ts';
import { silenceOf } from './speech.ts';

/** Where a page of the print edition begins. */
export function pageMarkerOf(element: Element, context: BuildContext): PageMarker | undefined {
  if (!isPageMarker(element)) return undefined;
  const number = numberOf(element);
  const name = `page-${number}`;
  const id = context.mint('page', number);
  context.pages.push({ place: placeOf(context, element), written: number });
  if (!context.anchors.has(name)) context.anchors.set(name, id);
  noteAnchor(context, element, id);
  return { type: 'page', id, number };
}

/** The markers of a paragraph that holds nothing else to see. */
export function pageMarkersAlone(children: readonly ElementContent[]): readonly Element[] {
  const shown = children.filter((child) => !isBlank(child) && !isSilence(child));
  const markers = shown.filter((child): child is Element => isElement(child) && isPageMarker(child));
  return markers.length === shown.length ? markers : [];
}

function isSilence(node: ElementContent): boolean {
  return isElement(node) && silenceOf(node) !== undefined && node.children.length === 0;
}

export function isPageMarker(element: Element): boolean {
  return element.properties['dataLectern'] === 'page' && numberOf(element) !== '';
}

function numberOf(element: Element): string {
  return holdable(attributeOf(element, 'dataLabel')).replace(/\s+/gu, ' ').trim();
}
