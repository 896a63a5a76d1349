import type { Element } from 'xast';
import type { Feed } from './feed.ts';
import { itemElement, personElement } from './item-xml.ts';
import { serialiseXml } from '../xml/serialise.ts';
import { x } from '../xml/x.ts';

const namespaces = {
  'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
};

/** RSS 2.0 with what Apple Podcasts (itunes) and the Podcast Namespace (podcast) add. */
export function feedXml(feed: Feed): string {
  return serialiseXml(x('rss', { version: '2.0', ...namespaces }, channelElement(feed)));
}

function channelElement(feed: Feed): Element {
  const { artwork, owner } = feed;
  return x(
    'channel',
    {},
    x('title', {}, feed.title),
    x('link', {}, feed.link),
    x('description', {}, feed.description),
    x('language', {}, feed.language),
    x('atom:link', { href: feed.address, rel: 'self', type: 'application/rss+xml' }),
    x('generator', {}, feed.generator),
    feed.copyright === undefined ? null : x('copyright', {}, feed.copyright),
    x('image', {}, x('url', {}, artwork.address), x('title', {}, feed.title), x('link', {}, feed.link)),
    x('itunes:image', { href: artwork.address }),
    x('itunes:author', {}, feed.author),
    owner
      ? x('itunes:owner', {}, x('itunes:name', {}, owner.name), x('itunes:email', {}, owner.email))
      : null,
    feed.subtitle === undefined ? null : x('itunes:subtitle', {}, feed.subtitle),
    ...feed.categories.map(({ name, below }) =>
      x(
        'itunes:category',
        { text: name },
        below === undefined ? null : x('itunes:category', { text: below }),
      ),
    ),
    x('itunes:explicit', {}, String(feed.explicit)),
    x('itunes:type', {}, feed.type),
    x('podcast:guid', {}, feed.guid),
    x('podcast:medium', {}, feed.medium),
    x('podcast:images', { srcset: `${artwork.address} ${artwork.side}w` }),
    ...feed.people.map(personElement),
    feed.licence ? x('podcast:license', { url: feed.licence.address }, feed.licence.name) : null,
    ...feed.funding.map(({ address, text }) => x('podcast:funding', { url: address }, text)),
    ...feed.items.map((item) => itemElement(item, feed)),
  );
}
