import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { relativeInside, resolveInside } from '../../pipeline/source/inside.ts';

let root: string;
let folder: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lectern-inside-'));
  folder = path.join(root, 'book');
  await mkdir(path.join(folder, 'images'), { recursive: true });
  await mkdir(path.join(root, 'book-two'));
  await writeFile(path.join(root, 'secret.png'), 'secret');
  await writeFile(path.join(root, 'book-two', 'b.png'), 'b');
  await writeFile(path.join(folder, 'a.png'), 'a');
  await writeFile(path.join(folder, 'images', 'a b.png'), 'b');
  await writeFile(path.join(folder, 'images', '100%.png'), 'c');
  await symlink(path.join(root, 'secret.png'), path.join(folder, 'link-out.png'));
  await symlink(root, path.join(folder, 'folder-out'));
  await symlink('a.png', path.join(folder, 'link-in.png'));
  await symlink('nowhere', path.join(folder, 'dangling.png'));
});
afterAll(() => rm(root, { recursive: true }));

describe('a path that an author wrote', () => {
  test.each([
    ['a.png', 'a.png'],
    ['./a.png', 'a.png'],
    ['images/a%20b.png', 'images/a b.png'],
    ['images/a b.png#part', 'images/a b.png'],
    ['images/100%.png', 'images/100%.png'],
    ['images\\a b.png', 'images/a b.png'],
    ['images/../a.png?size=2', 'a.png'],
    ['link-in.png', 'link-in.png'],
  ])('%s is read', async (written, found) => {
    expect(await resolveInside(folder, 'chapter.md', written)).toMatchObject({ path: found });
  });

  test('starts at the file that it stands in', async () => {
    expect(await resolveInside(folder, 'parts/one.md', '../a.png')).toMatchObject({ path: 'a.png' });
    expect(await resolveInside(folder, 'one.md', '../a.png')).toEqual({ refused: 'outside' });
  });

  test.each([
    ['../secret.png', 'outside'],
    ['../book-two/b.png', 'outside'],
    ['images/../../secret.png', 'outside'],
    ['%2e%2e/secret.png', 'outside'],
    ['..\\secret.png', 'outside'],
    ['/etc/passwd', 'outside'],
    ['C:/windows/win.ini', 'address'],
    ['link-out.png', 'outside'],
    ['folder-out/secret.png', 'outside'],
    ['folder-out/book/a.png', undefined],
    ['file:///etc/passwd', 'address'],
    ['https://example.org/a.png', 'address'],
    ['//example.org/a.png', 'address'],
    ['data:image/png;base64,AAAA', 'address'],
    ['dangling.png', 'missing'],
    ['A.PNG', 'missing'],
    ['a.png\0.md', 'missing'],
    ['images', 'not-a-file'],
    ['', 'not-a-file'],
  ])('%j is refused: %s', async (written, refused) => {
    const inside = await resolveInside(folder, 'chapter.md', written);
    // A way out and back in again ends inside: nothing outside is read.
    if (refused === undefined) expect(inside).toMatchObject({ absolute: path.join(folder, 'a.png') });
    else expect(inside).toEqual({ refused });
  });

  test('never leads out by words alone', () => {
    const piece = fc.constantFrom('..', '.', 'a', '%2e%2e', '/', '\\', '//', 'b c', '%2F', '%', '~');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const inside = relativeInside('x/y.md', pieces.join('/'));
        if (typeof inside !== 'string') return;
        expect(path.resolve('/book', inside).startsWith('/book')).toBe(true);
      }),
    );
  });
});
