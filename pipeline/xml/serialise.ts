import type { Element, Text } from 'xast';
import { writeXml } from './write-xml.ts';

/** What an emitter returns: an element, or text between elements. */
export type Xml = Element | Text;

/**
 * Controls and non-characters that XML 1.0 (section 2.2) forbids even as references, and halves of surrogate pairs,
 * which no encoding can carry.
 */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text as an XML document can hold it: what is forbidden goes, a lone surrogate becomes U+FFFD, line ends are LF. */
export function toXmlText(text: string): string {
  return text
    .replace(forbidden, (character) => (character >= '\uD800' && character <= '\uDFFF' ? '\uFFFD' : ''))
    .replace(/\r\n?/g, '\n');
}

/** An XHTML content document (EPUB 3.3, 6.1). */
export function serialiseXhtml(html: Element): string {
  return serialise('<!DOCTYPE html>', html);
}

/** Any other XML document of the package. */
export function serialiseXml(element: Element): string {
  return serialise(element);
}

/** Elements alone, a line each, such as a piece of HTML whose elements are all closed. */
export function fragmentXml(elements: readonly Element[]): string {
  return held(elements.map(writeXml).join('\n'));
}

function serialise(...parts: readonly (string | Element)[]): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const lines = [declaration, ...parts].map((part) => (typeof part === 'string' ? part : writeXml(part)));
  return `${held(lines.join('\n'))}\n`;
}

/** "]]>" must not stand in text (XML 1.0, 2.4); no markup of ours holds it, so every one found is text. */
function held(xml: string): string {
  return toXmlText(xml).replaceAll(']]>', ']]&gt;');
}
