import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedAt } from './feed.ts';
import { publicationOf, serve, type ServedFolder } from './served-folder.ts';

const base = 'https://books.example.org/ferry%20%26%20island/';
const chapters = (from: string): string =>
  `${JSON.stringify({ version: '1.2.0', title: `Not ${base}`, chapters: [{ startTime: 0, img: `${from}podcast/a.jpg` }] }, null, 2)}\n`;
let served: ServedFolder;
beforeAll(async () => {
  served = await serve({
    ...publicationOf('ferry & island', 'Ferry', {
      'feed.xml': feedAt(base),
      'podcast/01-arrival.chapters.json': chapters(base),
    }),
    ...publicationOf('broken', 'Broken', { 'feed.xml': '<rss><channel>' }),
    ...publicationOf('homeless', 'Homeless', { 'feed.xml': '<rss><channel></channel></rss>' }),
  });
});
afterAll(() => served.end());

const feed = '/ferry%20%26%20island/feed.xml';
const local = (host: string): string => `http://${host}/ferry%20%26%20island/`;

describe('a feed', () => {
  test('has the addresses of this server, as it was called; names and sentences stay as they were', async () => {
    for (const host of [
      `localhost:${served.port}`,
      `192.168.1.5:${served.port}`,
      '[fd00::1]:9',
      'ferry.local',
    ]) {
      const { headers, body } = await served.ask(feed, { headers: { host } });
      const moved = body.toString();
      const expected = feedAt(local(host))
        .replaceAll(`<guid isPermaLink="false">${local(host)}`, `<guid isPermaLink="false">${base}`)
        .replaceAll(`Heard in ${local(host)}`, `Heard in ${base}`)
        .replaceAll(`<a href="${local(host)}">`, `<a href="${base}">`)
        .replaceAll(`to=${local(host)}`, `to=${base}`);
      expect(normal(moved)).toBe(normal(expected));
      expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8');
      expect(headers.vary).toBe('Host');
    }
  });

  test.each(['evil"><x', 'a b', 'user@host', 'host/path', 'host:99999', '', 'a'.repeat(300) + '..', '<script>', 'x?y#z'])(
    'is never given a host that is none: %j',
    async (host) => {
      const { status, body } = await served.ask(feed, { headers: { host } });
      if (status === 400) return;
      expect(body.toString()).toContain(`<link>${local(`127.0.0.1:${served.port}`)}</link>`);
    },
  ); // prettier-ignore

  test('is what it was before where it is broken, or does not say where it is published', async () => {
    expect((await served.ask('/broken/feed.xml')).body.toString()).toBe('<rss><channel>');
    expect((await served.ask('/homeless/feed.xml')).body.toString()).toBe('<rss><channel></channel></rss>');
  });

  test('that an app knows is not sent again; under another name it is another', async () => {
    const { headers } = await served.ask(feed);
    const known = { 'if-none-match': headers.etag };
    expect((await served.ask(feed, { headers: known })).status).toBe(304);
    expect((await served.ask(feed, { headers: { ...known, host: 'ferry.local' } })).status).toBe(200);
  });
});

test('pictures of chapters are of this server too', async () => {
  const { headers, body } = await served.ask('/ferry%20%26%20island/podcast/01-arrival.chapters.json');
  expect(body.toString()).toBe(chapters(local(`127.0.0.1:${served.port}`)));
  expect(headers['content-type']).toBe('application/json+chapters');
});

/** CDATA and escapes are two ways to write one text, and space around a document is none of it. */
function normal(xml: string): string {
  return xml
    .trim()
    .replace('?>\n', '?>')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    )
    .replaceAll('&#x3C;', '&lt;')
    .replaceAll('&#x26;', '&amp;')
    .replace(/><\/(enclosure|podcast:chapters|podcast:source|atom:link|itunes:image|podcast:images)>/g, '/>')
    .replace(/&lt;|&gt;/g, (sign) => (sign === '&gt;' ? '>' : sign));
}
