import { expect, test } from 'vitest';
import { makePodcast } from '../podcast/podcasts.ts';
import { publicationOf, serve } from './served-folder.ts';

const base = 'https://example.org/books/the-quay/';

test('of a podcast that Lectern made, everything that the feed names is fetched from here, in its size and type', async () => {
  const made = await makePodcast(
    {
      'publication.yaml': `title: The Quay\nauthors: [Jane Doe]\nlanguage: en\ndate: 2026-11-20\npodcast: { baseUrl: "${base}", episodes: both }\n`,
      '01-arrival.md': '# Arrival\n\nWe came at noon.\n',
      '02-quay.md': '# At the quay\n\nThe boats lay still.\n',
    },
    { alternates: ['m4b'] },
  );
  const files = Object.fromEntries(made.outputs.map(({ name }) => [name, made.bytes(name)]));
  const served = await serve(publicationOf('the-quay', 'The Quay', files));
  try {
    const feed = (await served.ask('/the-quay/feed.xml')).body.toString();
    const local = `http://127.0.0.1:${served.port}/the-quay/`;
    expect(feed).not.toContain(base);
    const addresses = [
      ...new Set([...feed.matchAll(/"(http:[^" ]+)[^"]*"/g)].map(([, address = '']) => address)),
    ];
    const own = addresses.filter((address) => address.startsWith(local));
    // Each episode has sound, its other encoding, chapters or not, and four transcripts; then there is the feed itself.
    expect(own.length).toBeGreaterThan(15);
    for (const address of own)
      expect([address, (await served.ask(new URL(address).pathname)).status]).toEqual([address, 200]);
    const enclosures = [...feed.matchAll(/<enclosure ([^>]+)>/g)].map(([, attributes = '']) => attributes);
    expect(enclosures).toHaveLength(made.plan.chapters.length + 1);
    for (const attributes of enclosures) {
      const value = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
      const { headers } = await served.ask(new URL(value('url')).pathname, { method: 'HEAD' });
      expect([headers['content-length'], headers['content-type']]).toEqual([value('length'), value('type')]);
    }
  } finally {
    await served.end();
  }
});
