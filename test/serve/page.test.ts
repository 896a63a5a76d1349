import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedAt } from './feed.ts';
import { publicationOf, serve, type ServedFolder } from './served-folder.ts';
import { axeOn, describeInBrowser } from '../helpers/browser.ts';

const title = '<script>alert(1)</script> & “Ferry”';
let served: ServedFolder;
beforeAll(async () => {
  served = await serve({
    ...publicationOf('book', title, {
      'book.epub': 'x',
      'podcast/01 é#?.mp3': 'y'.repeat(2000),
      'feed.xml': feedAt('https://example.org/'),
    }),
    ...publicationOf('other', 'كتاب', { 'other.m4b': 'z' }),
    'plain/a.txt': 'no publication',
  });
});
afterAll(() => served.end());

test('the page lists every publication and its files, with addresses that lead to them', async () => {
  const { body, headers } = await served.ask('/');
  const page = body.toString();
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page).not.toContain('<script>');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; “Ferry”</h2>');
  expect(page).toContain('</a>: sound, MP3, 2 KB, 1 min 1 s</li>');
  expect(page).not.toContain('plain');
  const addresses = [...page.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => new URL(address));
  expect(addresses).toHaveLength(4);
  for (const { origin, pathname } of addresses) {
    expect(origin).toBe(`http://127.0.0.1:${served.port}`);
    expect((await served.ask(pathname)).status).toBe(200);
  }
});

test('a publication has a page of its own; a folder that is none has none', async () => {
  const page = (await served.ask('/other/')).body.toString();
  expect(page).toContain('<title>كتاب</title>');
  expect(page).not.toContain('book.epub');
  expect((await served.ask('/plain/')).status).toBe(404);
});

test('a folder that is itself a publication is served as one', async () => {
  const files = publicationOf('book', 'Book', { 'book.epub': 'x' });
  const own = await serve(
    Object.fromEntries(Object.entries(files).map(([name, one]) => [name.slice('book/'.length), one])),
  );
  try {
    expect((await own.ask('/')).body.toString()).toContain(`href="http://127.0.0.1:${own.port}/book.epub"`);
    expect((await own.ask('/book.epub')).status).toBe(200);
  } finally {
    await own.end();
  }
});

test('an empty folder says what makes publications', async () => {
  const own = await serve({});
  try {
    expect((await own.ask('/')).body.toString()).toContain('<code>lectern build</code>');
  } finally {
    await own.end();
  }
});

describeInBrowser('in a browser', (newPage) => {
  test('axe finds nothing wrong with the page, in light or in darkness', async () => {
    const page = await newPage();
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`http://127.0.0.1:${served.port}/`);
      const { violations, passes } = await axeOn(page);
      expect(violations).toEqual([]);
      expect(passes).toBeGreaterThan(10);
    }
  });

  test('a page of another place reads a range', async () => {
    const page = await newPage();
    // Another port is another place.
    const other = await serve({});
    await page.goto(`http://127.0.0.1:${other.port}/`);
    const address = `http://127.0.0.1:${served.port}/book/book.epub`;
    const read = await page.evaluate(
      `fetch('${address}', { headers: { Range: 'bytes=0-0', 'If-None-Match': '"x"' } }).then(async (answer) =>
        [answer.status, answer.headers.get('content-range'), await answer.text()])`,
    );
    expect(read).toEqual([206, 'bytes 0-0/1', 'x']);
    await page.close();
    await other.end();
  });
});
