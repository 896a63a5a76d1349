import type { Element } from 'xast';
import { rssDate } from './dates.ts';
import type { AlternateEnclosure, Feed, FeedItem, Person } from './feed.ts';
import { x } from '../xml/x.ts';

export function itemElement(item: FeedItem, { author, artwork, explicit, season, people }: Feed): Element {
  const { enclosure, number } = item;
  return x(
    'item',
    {},
    x('title', {}, item.title),
    x('itunes:title', {}, item.title),
    x('description', {}, item.description),
    x('content:encoded', {}, item.notes),
    x('enclosure', { url: enclosure.address, length: enclosure.bytes, type: enclosure.type }),
    x('guid', { isPermaLink: 'false' }, item.guid),
    item.published === undefined ? null : x('pubDate', {}, rssDate(item.published)),
    x('itunes:author', {}, author),
    x('itunes:duration', {}, String(wholeSeconds(item.seconds))),
    x('itunes:explicit', {}, String(explicit)),
    x('itunes:image', { href: artwork.address }),
    x('itunes:episodeType', {}, item.kind),
    ...(season === undefined
      ? []
      : [x('itunes:season', {}, String(season)), x('podcast:season', {}, String(season))]),
    ...(number === undefined
      ? []
      : [x('itunes:episode', {}, String(number)), x('podcast:episode', {}, String(number))]),
    item.chapters === undefined
      ? null
      : x('podcast:chapters', { url: item.chapters, type: 'application/json+chapters' }),
    ...item.transcripts.map(({ address, type, language, isCaptions }) =>
      x('podcast:transcript', { url: address, type, language, rel: isCaptions ? 'captions' : undefined }),
    ),
    x('podcast:images', { srcset: `${artwork.address} ${artwork.side}w` }),
    ...people.map(personElement),
    ...alternateElements(item),
  );
}

export function personElement({ name, role, group }: Person): Element {
  return x('podcast:person', { role, group }, name);
}

/** The enclosure itself is among the alternatives, as the one that is played where nothing is chosen. */
function alternateElements({ enclosure, seconds, alternates }: FeedItem): readonly Element[] {
  if (alternates.length === 0) return [];
  const { address, bytes, type } = enclosure;
  const own = x(
    'podcast:alternateEnclosure',
    { type, length: bytes, bitrate: bitrate(bytes, seconds), default: 'true' },
    x('podcast:source', { uri: address }),
  );
  return [own, ...alternates.map(alternateElement)];
}

function alternateElement({ address, bytes, type, title, seconds, sha256 }: AlternateEnclosure): Element {
  return x(
    'podcast:alternateEnclosure',
    { type, length: bytes, bitrate: bitrate(bytes, seconds), title },
    x('podcast:source', { uri: address }),
    x('podcast:integrity', {
      type: 'sri',
      value: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`,
    }),
  );
}

/** In bits a second, the mean of the file. */
function bitrate(bytes: number, seconds: number): number | undefined {
  return seconds > 0 ? Math.round((bytes * 8) / seconds) : undefined;
}

/** An episode of no second would not be played. */
function wholeSeconds(seconds: number): number {
  return Math.max(1, Math.round(seconds));
}
