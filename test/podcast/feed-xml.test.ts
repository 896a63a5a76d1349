import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { holdable } from '../../pipeline/holdable.ts';
import { addressOf } from '../../pipeline/podcast/addresses.ts';
import type { Feed, FeedItem } from '../../pipeline/podcast/feed.ts';
import { feedXml } from '../../pipeline/podcast/feed-xml.ts';
import { faultsOf } from './required-tags.ts';

const hostile = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('<script>', ']]>', '&amp;', '\u0000\u001F', '\uFFFE', '🎉', '\u202Eשלום', '" onload="', '--><!--'),
  )
  .map((text) => `x${text}`); // prettier-ignore
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((at) => `${at.toISOString().slice(0, 19)}Z`);
const count = fc.integer({ min: 1, max: 2 ** 40 });
const name = fc.array(hostile, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('/'));
const address = name.map((path) => addressOf('https://example.org/a', path));

const item: fc.Arbitrary<FeedItem> = fc.record({
  guid: fc.uuid(),
  title: hostile,
  description: hostile,
  notes: hostile,
  published: date,
  enclosure: fc.record({ address, bytes: count, type: fc.constant('audio/mpeg') }),
  seconds: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
  kind: fc.constant('full' as const),
  number: count,
  chapters: address,
  transcripts: fc.array(
    fc.record({
      address,
      type: fc.constant('text/vtt'),
      language: fc.constant('en'),
      isCaptions: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  alternates: fc.array(
    fc.record({
      address,
      bytes: count,
      type: fc.constant('audio/mp4'),
      title: hostile,
      sha256: fc.constant('ab'.repeat(32)),
      seconds: fc.constant(9),
    }),
    { maxLength: 2 },
  ),
});
const feed: fc.Arbitrary<Feed> = fc.record({
  address,
  guid: fc.uuid(),
  title: hostile,
  subtitle: hostile,
  description: hostile,
  link: address,
  language: fc.constantFrom('en', 'pt-BR', 'he'),
  medium: fc.constantFrom('audiobook' as const, 'podcast' as const),
  type: fc.constant('episodic' as const),
  categories: fc.constant([{ name: 'Society & Culture', below: 'Places & Travel' }]),
  explicit: fc.boolean(),
  author: hostile,
  owner: fc.record({ name: hostile, email: hostile }),
  people: fc.array(
    fc.record({ name: hostile, role: fc.constant('author'), group: fc.constant('writing' as const) }),
    { maxLength: 2 },
  ),
  copyright: hostile,
  licence: fc.record({ name: hostile, address }),
  funding: fc.array(fc.record({ address, text: hostile }), { maxLength: 2 }),
  artwork: fc.record({ address, side: count }),
  season: count,
  generator: hostile,
  items: fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: ({ guid }) => guid }),
});

const elementsIn = (node: Element, wanted: string): readonly Element[] =>
  node.children.filter((child): child is Element => child.type === 'element' && child.name === wanted);
const textIn = (node: Element, wanted: string): readonly string[] =>
  elementsIn(node, wanted).map(({ children }) =>
    children.map((child) => ('value' in child ? child.value : '')).join(''),
  );
const attributesIn = (node: Element, wanted: string) =>
  elementsIn(node, wanted).map(({ attributes }) => attributes);
/** As XML gives it back: without what it forbids, line ends as one. */
const held = (text: string): string => holdable(text).replace(/\r\n?/g, '\n');

test('law: whatever the words, the feed parses back to what went in, and keeps the rules', () => {
  fc.assert(
    fc.property(feed, (given) => {
      const xml = feedXml(given);
      expect(faultsOf(xml)).toEqual([]);
      const rss = fromXml(xml).children.find((node) => node.type === 'element');
      const [channel] = rss ? elementsIn(rss, 'channel') : [];
      if (!channel) throw new Error('There is no channel.');
      expect(textIn(channel, 'title')).toEqual([held(given.title)]);
      expect(textIn(channel, 'description')).toEqual([held(given.description)]);
      expect(textIn(channel, 'itunes:author')).toEqual([held(given.author)]);
      expect(textIn(channel, 'podcast:person')).toEqual(given.people.map((person) => held(person.name)));
      expect(attributesIn(channel, 'podcast:funding').map(({ url }) => url)).toEqual(
        given.funding.map((one) => one.address),
      );
      const items = elementsIn(channel, 'item');
      expect(items).toHaveLength(given.items.length);
      for (const [index, one] of given.items.entries()) {
        const node = items[index];
        if (!node) throw new Error('There are too few items.');
        expect(textIn(node, 'title')).toEqual([held(one.title)]);
        expect(textIn(node, 'content:encoded')).toEqual([held(one.notes)]);
        expect(textIn(node, 'guid')).toEqual([one.guid]);
        expect(textIn(node, 'pubDate').map((at) => new Date(at).toISOString().slice(0, 19))).toEqual([
          one.published?.slice(0, 19),
        ]);
        expect(attributesIn(node, 'enclosure')).toEqual([
          { url: one.enclosure.address, length: String(one.enclosure.bytes), type: 'audio/mpeg' },
        ]);
        expect(attributesIn(node, 'podcast:transcript').map(({ url, rel }) => [url, rel])).toEqual(
          one.transcripts.map((file) => [file.address, file.isCaptions ? 'captions' : undefined]),
        );
        // The file itself stands before its alternatives.
        expect(elementsIn(node, 'podcast:alternateEnclosure')).toHaveLength(
          one.alternates.length === 0 ? 0 : one.alternates.length + 1,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('law: an address leads back to the name, and holds nothing that needs escaping', () => {
  fc.assert(
    fc.property(name, (path) => {
      const found = addressOf('https://example.org/a/', path);
      expect(found).toMatch(/^https:\/\/example\.org\/a\/[A-Za-z0-9%._~/-]+$/);
      expect(decodeURIComponent(found.slice('https://example.org/a/'.length))).toBe(path.toWellFormed());
    }),
  );
});
