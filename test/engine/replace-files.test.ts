import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownedFileName } from '../../pipeline/engine/owner.ts';
import { replaceFiles } from '../../pipeline/engine/replace-files.ts';
import { StoreError } from '../../pipeline/engine/store-error.ts';
import { temporaryFolder } from './helpers/temporary-store.ts';

/** Writes files with these contents and returns their names. */
const make = (files: Readonly<Record<string, string>>) => async (staging: string) => {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(staging, name, '..'), { recursive: true });
    await writeFile(join(staging, name), content);
  }
  return Object.keys(files);
};

test('puts whole files in place, makes folders, and leaves others alone', async () => {
  const folder = join(await temporaryFolder(), 'new', 'output');
  await replaceFiles(folder, make({ 'book.epub': 'old', 'notes.txt': 'mine' }));
  await replaceFiles(folder, make({ 'book.epub': 'new', 'images/cover.png': 'picture' }));
  expect(await readFile(join(folder, 'book.epub'), 'utf8')).toBe('new');
  expect(await readFile(join(folder, 'images/cover.png'), 'utf8')).toBe('picture');
  expect((await readdir(folder)).sort()).toEqual(['book.epub', 'images', 'notes.txt']);
});

test('changes nothing before all is made', async () => {
  const folder = await temporaryFolder();
  await replaceFiles(folder, make({ 'a.txt': 'old' }));
  await replaceFiles(folder, async (staging) => {
    await writeFile(join(staging, 'a.txt'), 'new');
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
    return ['a.txt'];
  });
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
});

const failures: Readonly<Record<string, (staging: string) => Promise<readonly string[]>>> = {
  'making fails': async (staging) => {
    await writeFile(join(staging, 'a.txt'), 'half');
    throw new Error('no more ink');
  },
  'a file is missing': async (staging) => [...(await make({ 'a.txt': 'new' })(staging)), 'b.txt'],
  'a name leads out of the folder': async (staging) => [
    ...(await make({ 'a.txt': 'new' })(staging)),
    '../b.txt',
  ],
  'a folder is in the way': make({ 'a.txt': 'new', folder: 'new' }),
};

test.each(Object.entries(failures))('changes nothing and leaves nothing if %s', async (_, fail) => {
  const folder = await temporaryFolder();
  await replaceFiles(folder, make({ 'a.txt': 'old', 'folder/b.txt': 'old' }));
  await expect(replaceFiles(folder, fail)).rejects.toThrow(
    /ink|was not made|does not lie inside|cannot be put in place/,
  );
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'folder']);
});

test('sweeps what killed runs left, and nothing of a run that lives', async () => {
  const folder = await temporaryFolder();
  const own = ownedFileName();
  const ended = `${own.slice(0, 12)}-${spawnSync(process.execPath, ['--version']).pid}-0123456789abcdef`;
  for (const name of [`.unfinished-${own}`, `.unfinished-${ended}`, '.unfinished-business']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'part.epub'), 'part');
    await utimes(join(folder, name), 0, 0);
  }
  await replaceFiles(folder, make({ 'a.txt': 'new' }));
  expect((await readdir(folder)).sort()).toEqual(
    [`.unfinished-${own}`, '.unfinished-business', 'a.txt'].sort(),
  );
});

test('two at once leave each file whole, from one of them', async () => {
  const folder = await temporaryFolder();
  await Promise.all(
    ['x', 'y'].map((letter) => replaceFiles(folder, make({ 'a.txt': letter.repeat(9), 'b.txt': letter }))),
  );
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toMatch(/^(x{9}|y{9})$/);
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt']);
});

test('a folder that cannot be made is named', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  const replacing = replaceFiles(join(file, 'output'), make({}));
  await expect(replacing).rejects.toThrow(StoreError);
  await expect(replacing).rejects.toThrow(`Could not make the output folder in ${file}`);
});

const digest = (content: string): string => createHash('sha256').update(content).digest('hex');

test('removes what is not made any more when all is in place, if it is as it was', async () => {
  const folder = await temporaryFolder();
  await replaceFiles(folder, make({ 'a.txt': 'old', 'folder/b.txt': 'old', 'c.txt': 'old', 'd.txt': 'old' }));
  const obsolete = ['folder/b.txt', 'c.txt', 'gone.txt', '../a.txt'].map((name) => ({ name, sha256: digest('old') })); // prettier-ignore
  await writeFile(join(folder, 'c.txt'), 'own');
  await replaceFiles(folder, make({ 'a.txt': 'new' }), { obsolete });
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(['a.txt', 'c.txt', 'd.txt', 'folder']);
});

test('removes nothing if making fails, and nothing that was put in place under another name', async () => {
  const folder = await temporaryFolder();
  await replaceFiles(folder, make({ 'a.txt': 'old' }));
  const obsolete = [{ name: 'a.txt', sha256: digest('old') }];
  await expect(
    replaceFiles(folder, () => Promise.reject(new Error('no more ink')), { obsolete }),
  ).rejects.toThrow('ink');
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('old');
  // As on a file system that takes `A.txt` and `a.txt` for one: both names are the same file.
  await replaceFiles(
    folder,
    async (staging) => {
      await writeFile(join(staging, 'b.txt'), 'old');
      await rm(join(folder, 'a.txt'));
      await link(join(staging, 'b.txt'), join(folder, 'a.txt'));
      return ['b.txt'];
    },
    { obsolete },
  );
  expect((await readdir(folder)).sort()).toEqual(['a.txt', 'b.txt']);
});

test('puts nothing behind a link', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await symlink(elsewhere, join(folder, 'folder'));
  await expect(replaceFiles(folder, make({ 'a.txt': 'new', 'folder/b.txt': 'new' }))).rejects.toThrow(
    'folder in',
  );
  expect(await readdir(folder)).toEqual(['folder']);
  expect(await readdir(elsewhere)).toEqual([]);
});
