import { readFileSync } from 'node:fs';
import { rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicationOf, serve, sha256, type ServedFolder } from './served-folder.ts';

const sound = Buffer.from(Array.from({ length: 200_003 }, (_, index) => (index * 7 + (index >> 8)) % 256));
const names = [
  'b.epub', 'b.m4b', 'b.m4a', 'b.opus', 'b.ogg', 'b.vtt', 'b.srt', 'feed.xml', 'b.chapters.json',
  'b.words.json', 'b.lpf', 'b.txt', 'b.html', 'cover.jpg', 'podcast/01 ä.mp3',
]; // prettier-ignore
const files = { 'b.mp3': sound, 'none.txt': '', ...Object.fromEntries(names.map((name) => [name, name])) };
let served: ServedFolder;
beforeAll(async () => {
  served = await serve({ ...publicationOf('book', 'Book', files), 'book/unlisted.txt': 'abc' });
});
afterAll(() => served.end());

const file = '/book/b.mp3';

describe('a range', () => {
  const byte = fc.nat(sound.length + 10);
  test('is that slice of the file, wherever it begins and ends', async () => {
    await fc.assert(
      fc.asyncProperty(byte, fc.option(byte), async (begin, end) => {
        fc.pre(end === null || end >= begin);
        const { status, headers, body } = await served.ask(file, {
          headers: { range: `bytes=${begin}-${end ?? ''}` },
        });
        if (begin >= sound.length) {
          expect([status, headers['content-range']]).toEqual([416, `bytes */${sound.length}`]);
          return;
        }
        const slice = sound.subarray(begin, end === null ? undefined : end + 1);
        expect(status).toBe(206);
        expect(headers['content-range']).toBe(`bytes ${begin}-${begin + slice.length - 1}/${sound.length}`);
        expect(headers['content-length']).toBe(String(slice.length));
        expect(body.equals(slice)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('from the end is the end of the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: sound.length + 10 }), async (last) => {
        const { status, body } = await served.ask(file, { headers: { range: `bytes=-${last}` } });
        expect(status).toBe(206);
        expect(body.equals(sound.subarray(-last))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test.each(['bytes=-0', `bytes=${sound.length}-`, 'bytes=5-4,300000-'])(
    'that is none of the file, %s, never has bytes',
    async (range) => {
      const { status, body } = await served.ask(file, { headers: { range } });
      expect([200, 416]).toContain(status);
      if (status === 200) expect(body.equals(sound)).toBe(true);
    },
  );

  test.each(['bytes=', 'bytes=a-b', 'lines=0-1', 'bytes=0-1,50-51', '0-1', 'bytes=--1'])(
    'that is not understood, %s, gets the whole file or a refusal',
    async (range) => {
      const { status, headers, body } = await served.ask(file, { headers: { range } });
      if (status === 416) expect(headers['content-range']).toBe(`bytes */${sound.length}`);
      else expect([status, body.equals(sound)]).toEqual([200, true]);
    },
  );

  test('of another state of the file is not given: the whole file is', async () => {
    const { headers } = await served.ask(file);
    const partOf = (tag: string) =>
      served.ask(file, { headers: { range: 'bytes=0-9', 'if-range': tag } }).then(({ status }) => status);
    expect(await partOf(headers.etag ?? '')).toBe(206);
    expect(await partOf(headers['last-modified'] ?? '')).toBe(206);
    expect(await partOf('"another"')).toBe(200);
    expect(await partOf('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(200);
  });
});

test('HEAD says all that GET says, and sends nothing', async () => {
  for (const asked of [file, '/book/none.txt', '/', '/book/', '/absent']) {
    const [get, head] = await Promise.all([served.ask(asked), served.ask(asked, { method: 'HEAD' })]);
    expect(head.body).toHaveLength(0);
    const { date: _one, ...ofGet } = get.headers;
    const { date: _other, ...ofHead } = head.headers;
    expect([head.status, ofHead]).toEqual([get.status, ofGet]);
  }
  const part = await served.ask(file, { method: 'HEAD', headers: { range: 'bytes=2-5' } });
  expect([part.status, part.headers['content-length'], part.body.length]).toEqual([206, '4', 0]);
});

test('every kind of file has its media type, texts with their encoding', async () => {
  const all = await Promise.all(names.map((name) => served.ask(encodeURI(`/book/${name}`))));
  expect(
    Object.fromEntries(all.map(({ headers }, index) => [names[index], headers['content-type']])),
  ).toEqual({
    'b.epub': 'application/epub+zip',
    'b.m4b': 'audio/mp4',
    'b.m4a': 'audio/mp4',
    'b.opus': 'audio/ogg',
    'b.ogg': 'audio/ogg',
    'b.vtt': 'text/vtt; charset=utf-8',
    'b.srt': 'application/x-subrip; charset=utf-8',
    'feed.xml': 'application/rss+xml; charset=utf-8',
    'b.chapters.json': 'application/json+chapters',
    'b.words.json': 'application/json',
    'b.lpf': 'application/lpf+zip',
    'b.txt': 'text/plain; charset=utf-8',
    'b.html': 'text/html; charset=utf-8',
    'cover.jpg': 'image/jpeg',
    'podcast/01 ä.mp3': 'audio/mpeg',
  });
});

describe('a tag', () => {
  test('is the digest of the content where the manifest has it; what is known is not sent again', async () => {
    const { headers } = await served.ask(file);
    expect(headers.etag).toBe(`"${sha256(sound)}"`);
    for (const known of [`"${sha256(sound)}"`, `"x", W/"${sha256(sound)}"`, '*']) {
      const again = await served.ask(file, { headers: { 'if-none-match': known } });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
    const since = { 'if-modified-since': headers['last-modified'] };
    expect((await served.ask(file, { headers: since })).status).toBe(304);
    expect((await served.ask(file, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  test('of a page holds for the page', async () => {
    const { headers } = await served.ask('/');
    const again = await served.ask('/', { headers: { 'if-none-match': headers.etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test('is not that of the content before, though the manifest still says so', async () => {
    const own = await serve(publicationOf('p', 'P', { 'a.txt': 'old' }));
    try {
      const before = (await own.ask('/p/a.txt')).headers.etag;
      expect(before).toBe(`"${sha256('old')}"`);
      const target = path.join(own.folder, 'p/a.txt');
      await writeFile(`${target}.new`, 'new');
      const later = new Date(Date.now() + 5000);
      await utimes(`${target}.new`, later, later);
      await rename(`${target}.new`, target);
      const { headers, body } = await own.ask('/p/a.txt', { headers: { 'if-none-match': before } });
      expect(body.toString()).toBe('new');
      expect(headers.etag).not.toBe(before);
    } finally {
      await own.end();
    }
  });

  test('is made of size and time for what no manifest lists', async () => {
    expect((await served.ask('/book/unlisted.txt')).headers.etag).toMatch(/^W\//);
  });
});

test('players in pages of other places may read, in pieces; nobody may write', async () => {
  const { headers } = await served.ask(file);
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['accept-ranges']).toBe('bytes');
  const before = await served.ask(file, { method: 'OPTIONS', headers: { origin: 'https://example.org' } });
  expect([before.status, before.headers['access-control-allow-headers']]).toEqual([
    204,
    expect.stringContaining('Range'),
  ]);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
    expect([method, (await served.ask(file, { method })).status]).toEqual([method, 405]);
  expect(readFileSync(path.join(served.folder, file)).equals(sound)).toBe(true);
});

test('many who read at once all get what they asked for', async () => {
  const begins = Array.from({ length: 60 }, (_, index) => index * 1000);
  const parts = await Promise.all(
    begins.map((begin) => served.ask(file, { headers: { range: `bytes=${begin}-` } })),
  );
  expect(parts.every(({ body }, index) => body.equals(sound.subarray(begins[index])))).toBe(true);
});
