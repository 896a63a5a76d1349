import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicationOf, serve, type ServedFolder } from './served-folder.ts';

const secret = 'nobody may read this';
let served: ServedFolder;
beforeAll(async () => {
  served = await serve({
    ...publicationOf('book', 'Book', { 'a.txt': 'open', 'with space & ü.txt': 'open too' }),
    'book/.hidden': secret,
    '.git/config': secret,
    'plain/b.txt': 'open',
  });
  const outside = path.join(served.folder, '..');
  await writeFile(path.join(outside, 'secret.txt'), secret);
  await mkdir(path.join(outside, 'output-private'));
  await writeFile(path.join(outside, 'output-private/secret.txt'), secret);
  await symlink(path.join(outside, 'secret.txt'), path.join(served.folder, 'book/out.txt'));
  await symlink(outside, path.join(served.folder, 'book/up'));
  await symlink(path.join(served.folder, 'book/.hidden'), path.join(served.folder, 'book/shown.txt'));
  await symlink('a.txt', path.join(served.folder, 'book/inside.txt'));
  await symlink('nowhere', path.join(served.folder, 'book/broken.txt'));
  execFileSync('mkfifo', [path.join(served.folder, 'book/pipe.txt')]);
});
afterAll(() => served.end());

test.each([
  '/../secret.txt', '/book/../../secret.txt', '/%2e%2e/secret.txt', '/.%2e/secret.txt', '/book/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..%2fsecret.txt', '/..%5csecret.txt', '/..\\secret.txt', '/%252e%252e/secret.txt', '//etc/passwd', '/%2fetc/passwd',
  '/../output-private/secret.txt', '/book/.hidden', '/.git/config', '/book/%2ehidden', '/book/out.txt', '/book/up/secret.txt',
  '/book/up/', '/book/shown.txt', '/book/broken.txt', '/book/pipe.txt', '/book/a.txt/', '/book/a.txt/..', '/book/./a.txt',
  '/book//a.txt', '/book/a.txt%00.mp3', '/book/a.txt%0d%0aX-Bad:1', '/%', '/%ff', '/book/%c0%ae%c0%ae/secret.txt', '/plain/',
  'http://localhost/book/a.txt', '*', '/absent', `/${'a'.repeat(5000)}`, '/book/a.txt::$DATA',
])('%s is nothing', async (requested) => {
  const { status, body } = await served.ask(requested);
  expect(status).toBe(404);
  expect(body.toString()).toBe('There is nothing at this address.\n');
}); // prettier-ignore

test.each([
  ['/book/a.txt', 'open'],
  ['/book/a.txt?version=2', 'open'],
  ['/book/inside.txt', 'open'],
  ['/book/with%20space%20&%20%C3%BC.txt', 'open too'],
  ['/%62ook/a.txt', 'open'],
  ['/plain/b.txt', 'open'],
])('%s is a file', async (requested, content) => {
  const { status, body } = await served.ask(requested);
  expect([status, body.toString()]).toEqual([200, content]);
});

test('no path, whatever it is made of, leads to what is not served', async () => {
  const piece = fc.constantFrom(
    ...[
      '..',
      '.',
      '%2e',
      '%2E%2e',
      '/',
      '%2f',
      '%5c',
      '\\',
      'book',
      'up',
      'secret.txt',
      'output-private',
      '.hidden',
    ],
    ...['.git', 'config', '%00', 'out.txt', '%25', ';', ':', '~'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      const { body, status } = await served.ask(`/${pieces.join('')}`);
      expect([200, 301, 404]).toContain(status);
      expect(body.toString()).not.toContain(secret);
    }),
    { numRuns: 300 },
  );
});

test('a folder without its slash leads to the one with it, on this server alone', async () => {
  const { status, headers } = await served.ask('/book');
  expect([status, headers.location]).toEqual([301, 'book/']);
});
