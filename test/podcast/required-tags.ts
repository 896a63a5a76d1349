/** What directories and apps require of a feed, as a checker of its own: it knows nothing of how Lectern writes one. */
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';

const textOf = (node: Element): string =>
  node.children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join('');
const all = (node: Element, name: string): readonly Element[] =>
  node.children.filter((child): child is Element => child.type === 'element' && child.name === name);

const isAddress = (value: string | null | undefined): boolean =>
  typeof value === 'string' && /^https?:\/\/[\x21-\x7E]+$/.test(value) && URL.canParse(value);
const isWords = (value: string): boolean => value.trim() !== '';
const isBoolean = (value: string): boolean => /^(true|false)$/.test(value);
const isNumber = (value: string | null | undefined): boolean => /^[1-9]\d*$/.test(value ?? '');
const isDate = (value: string): boolean =>
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (GMT|[+-]\d{4})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

type Rule = readonly [what: string, isKept: (node: Element) => boolean];

/** Exactly one such element, whose text is right. */
const one = (name: string, isRight: (text: string) => boolean = isWords): Rule => [
  name,
  (node) => all(node, name).length === 1 && all(node, name).every((found) => isRight(textOf(found))),
];
/** Exactly one such element, with attributes that are right. */
const withAttributes = (name: string, isRight: (attributes: Element['attributes']) => boolean): Rule => [
  name,
  (node) => all(node, name).length === 1 && all(node, name).every((found) => isRight(found.attributes)),
];
/** However many, each is right. */
const each = (name: string, isRight: (node: Element) => boolean): Rule => [
  name,
  (node) => all(node, name).every(isRight),
];

const ofChannel: readonly Rule[] = [
  one('title'), one('link', isAddress), one('description'), one('language', (tag) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag)),
  withAttributes('itunes:image', ({ href }) => isAddress(href)),
  one('itunes:author'), one('itunes:explicit', isBoolean), one('itunes:type', (type) => /^(serial|episodic)$/.test(type)),
  ['itunes:category', (node) => all(node, 'itunes:category').some(({ attributes }) => isWords(attributes['text'] ?? ''))],
  one('podcast:guid', (guid) => /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(guid)),
  one('podcast:medium', (medium) => /^(podcast|audiobook)$/.test(medium)),
  withAttributes('atom:link', ({ href, rel }) => isAddress(href) && rel === 'self'),
  ['item', (node) => all(node, 'item').length > 0],
]; // prettier-ignore

const ofItem: readonly Rule[] = [
  one('title'), one('guid'), one('description'), one('pubDate', isDate),
  withAttributes('enclosure', ({ url, length, type }) => isAddress(url) && isNumber(length) && /^audio\/\S+$/.test(type ?? '')),
  one('itunes:duration', isNumber), one('itunes:explicit', isBoolean), one('itunes:episodeType', (type) => /^(full|bonus|trailer)$/.test(type)),
  each('podcast:transcript', ({ attributes: { url, type } }) => isAddress(url) && /^[a-z]+\/\S+$/.test(type ?? '')),
  each('podcast:chapters', ({ attributes: { url, type } }) => isAddress(url) && type === 'application/json+chapters'),
  each('podcast:alternateEnclosure', (node) => isNumber(node.attributes['length']) && all(node, 'podcast:source').length > 0),
]; // prettier-ignore

/** The rules that a feed breaks; `item 2: guid` is one of its second item. */
export function faultsOf(feed: string): readonly string[] {
  const root = fromXml(feed).children.find((node) => node.type === 'element');
  const [channel] = root?.name === 'rss' && root.attributes['version'] === '2.0' ? all(root, 'channel') : [];
  if (!channel) return ['rss'];
  const broken = (node: Element, rules: readonly Rule[]): readonly string[] =>
    rules.filter(([, isKept]) => !isKept(node)).map(([what]) => what);
  const items = all(channel, 'item');
  const guids = items.flatMap((item) => all(item, 'guid').map(textOf));
  const numbers = items.flatMap((item) =>
    textOf(all(channel, 'itunes:type')[0] ?? channel) === 'serial' &&
    textOf(all(item, 'itunes:episodeType')[0] ?? item) === 'full'
      ? [all(item, 'itunes:episode').map(textOf).join()]
      : [],
  );
  return [
    ...broken(channel, ofChannel),
    ...items.flatMap((item, index) => broken(item, ofItem).map((what) => `item ${index + 1}: ${what}`)),
    ...(new Set(guids).size === guids.length ? [] : ['guids are unique']),
    // A serial is heard by its numbers.
    ...(numbers.every(isNumber) && new Set(numbers).size === numbers.length ? [] : ['a serial is numbered']),
  ];
}
