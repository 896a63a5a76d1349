import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { toXml } from 'xast-util-to-xml';

/** The names of things, which stay what they are wherever the feed is. */
const identities: ReadonlySet<string> = new Set(['guid', 'podcast:guid']);

/**
 * The address that everything in a feed starts with, told by the feed's own: `https://example.org/book/` where it says that it
 * is `https://example.org/book/feed.xml`. Undefined where it says nothing of the kind.
 */
export function baseOfFeed(feed: Root, name: string): string | undefined {
  for (const { attributes } of elementsOf(feed)) {
    const { rel, href } = attributes;
    if (rel === 'self' && href?.endsWith(`/${name}`)) return href.slice(0, -name.length);
  }
  return undefined;
}

/** @throws Error where it is not well-formed. */
export function parseFeed(xml: string): Root {
  return fromXml(xml);
}

/** The feed as it would be were it published at `to` and not at `from`: both end with a slash. */
export function moveFeed(feed: Root, from: string, to: string): string {
  const moved = (value: string): string => movedAddress(value, from, to);
  for (const element of elementsOf(feed)) {
    const { attributes, children, name } = element;
    for (const [key, value] of Object.entries(attributes))
      if (typeof value === 'string')
        // `podcast:images` has several addresses, each with its width: "…/a.jpg 600w, …/b.jpg 1400w".
        attributes[key] = key === 'srcset' ? value.split(/,\s+/).map(moved).join(', ') : moved(value);
    if (identities.has(name)) continue;
    for (const child of children) if (child.type === 'text') child.value = moved(child.value);
  }
  return toXml(feed);
}

/** The same for JSON: every text in it that is an address. */
export function moveJson(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return movedAddress(value, from, to);
  if (Array.isArray(value)) return value.map((one) => moveJson(one, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moveJson(one, from, to)]));
}

/** Only what begins with the address is one: what stands in the middle of a sentence is what somebody wrote. */
function movedAddress(value: string, from: string, to: string): string {
  const address = value.trim();
  return address.startsWith(from) ? to + address.slice(from.length) : value;
}

/** All elements, without recursion. */
function* elementsOf(root: Nodes): Generator<Element> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'element') yield node;
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
}
