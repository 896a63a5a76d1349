import type { Xml } from './serialise.ts';

const references = { '&': '&#x26;', '<': '&#x3C;', '"': '&#x22;' } as const;
const markup = /[&<]/g;
const markupOrQuote = /[&<"]/g;

/**
 * An element or a text as XML, as xast-util-to-xml would write it with empty elements closed: that makes a pattern for each
 * attribute, which takes as long as all the rest, and this has but two kinds of nodes to write. Names are our own.
 */
export function writeXml(node: Xml): string {
  if (node.type === 'text') return escaped(node.value, markup);
  const attributes = Object.entries(node.attributes).map(([name, value]) =>
    value == null ? '' : ` ${name}="${escaped(value, markupOrQuote)}"`,
  );
  const content = node.children.map((child) => writeXml(child as Xml)).join('');
  const start = `<${node.name}${attributes.join('')}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${node.name}>`;
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => references[sign as keyof typeof references]);
}
