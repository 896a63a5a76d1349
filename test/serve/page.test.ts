import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findProgram } from '../tools/find-program.ts';
import { feedAt } from './feed.ts';
import { publicationOf, serve, type ServedFolder } from './served-folder.ts';

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

const browserPath =
  process.env['PUPPETEER_EXECUTABLE_PATH'] ??
  findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome');

// Without a browser it is skipped; in CI there must be one.
describe.runIf(browserPath !== undefined || process.env['CI'] === 'true')('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await puppeteer.launch({
      ...(browserPath !== undefined && { executablePath: browserPath }),
      args: ['--no-sandbox'],
    });
  });
  afterAll(() => browser.close());

  test('axe finds nothing wrong with the page, in light or in darkness', async () => {
    const aceCore = createRequire(import.meta.url).resolve('@daisy/ace-cli/package.json');
    const axe = readFileSync(createRequire(aceCore).resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8');
    const page = await browser.newPage();
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(`http://127.0.0.1:${served.port}/`);
      await page.evaluate(axe);
      const { violations, passes } = (await page.evaluate('axe.run()')) as {
        readonly violations: readonly { readonly id: string }[];
        readonly passes: readonly unknown[];
      };
      expect(violations.map(({ id }) => id)).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    }
  });

  test('a page of another place reads a range', async () => {
    const page = await browser.newPage();
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
