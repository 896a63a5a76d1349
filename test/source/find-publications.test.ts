import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPublications, inNameOrder } from '../../pipeline/source/find-publications.ts';
import { publicationName } from '../../pipeline/source/publication-name.ts';
import { readPublication } from '../../pipeline/source/read-publication.ts';
import { slugOf } from '../../pipeline/source/slug.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lectern-find-'));
});
afterEach(() => rm(root, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), text);
  }
}
const names = async (target: string): Promise<readonly string[]> =>
  (await findPublications(target)).found.map(publicationName);

describe('a path names', () => {
  test('a Markdown file', async () => {
    await write({ 'My Book.md': '# A' });
    expect(await names(path.join(root, 'My Book.md'))).toEqual(['my-book']);
  });
  test('a folder with publication.yaml, or its publication.yaml', async () => {
    await write({ 'a/publication.yaml': 'title: A', 'a/one.md': '# One' });
    expect(await names(path.join(root, 'a'))).toEqual(['a']);
    expect(await names(path.join(root, 'a', 'publication.yaml'))).toEqual(['a']);
  });
  test('a folder of publications, in name order, without what is hidden or empty', async () => {
    await write({
      'b10/x.md': '',
      'b2/publication.yaml': '',
      '.hidden/x.md': '',
      'node_modules/x.md': '',
      'empty/x.txt': '',
    });
    expect(await names(root)).toEqual(['b2', 'b10']);
  });
  test.each(['nothing-here', 'x.txt'])('nothing: %s', async (name) => {
    await write({ 'x.txt': '' });
    const { found, problems } = await findPublications(path.join(root, name));
    expect(found).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['no-publication']);
  });
});

describe('the texts of a folder', () => {
  const read = async (): Promise<{ paths?: readonly string[]; codes: readonly string[] }> => {
    const [found] = (await findPublications(root)).found;
    if (!found) return { codes: ['nothing'] };
    const { publication, problems } = await readPublication(found, () => undefined);
    return {
      ...(publication && { paths: publication.texts.map((text) => text.path) }),
      codes: problems.map(({ code }) => code),
    };
  };

  test('come in name order, numbers by their size', async () => {
    await write({
      'publication.yaml': 'title: T\nlanguage: en',
      '10.md': '',
      '9.md': '',
      'b.markdown': '',
      'A.md': '',
      '.x.md': '',
    });
    expect(await read()).toEqual({ paths: ['9.md', '10.md', 'A.md', 'b.markdown'], codes: [] });
  });
  test('are looked for in subfolders where the folder itself has none', async () => {
    await write({
      'publication.yaml': 'title: T\nlanguage: en',
      'part 2/b.md': '',
      'part 1/a.md': '',
      'part 1/deep/c.md': '',
    });
    expect(await read()).toEqual({ paths: ['part 1/a.md', 'part 1/deep/c.md', 'part 2/b.md'], codes: [] });
  });
  test('may have any name that a file may have', async () => {
    await write({
      'publication.yaml': 'title: T\nlanguage: en',
      '100% #1?.md': '',
      '-rf.md': '',
      'ü $(x) "q".md': '',
    });
    expect((await read()).paths).toHaveLength(3);
  });
  test('are never read through a link that leads out', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'lectern-outside-'));
    await writeFile(path.join(outside, 'secret.md'), '# Secret');
    await write({ 'publication.yaml': 'title: T\nlanguage: en', 'a.md': '' });
    await symlink(path.join(outside, 'secret.md'), path.join(root, 'b.md'));
    expect(await read()).toEqual({ codes: ['chapter-refused'] });
    await rm(path.join(root, 'publication.yaml'));
    await rm(path.join(root, 'b.md'));
    await symlink(path.join(outside, 'secret.md'), path.join(root, 'publication.yaml'));
    expect(await read()).toEqual({ codes: ['metadata-refused'] });
    await rm(outside, { recursive: true });
  });
  test('must be UTF-8', async () => {
    await write({ 'publication.yaml': 'title: T\nlanguage: en' });
    await writeFile(path.join(root, 'a.md'), Buffer.from('fine\n\xe4\n', 'latin1'));
    expect((await read()).codes).toEqual(['not-utf8']);
  });
});

test.each([
  ['My Book', 'my-book'],
  ['Ärger & Öl', 'arger-ol'],
  ['--a--', 'a'],
  ['书', '书'],
  ['!!!', 'publication'],
  ['$(touch pwned)', 'touch-pwned'],
  ['../../etc', 'etc'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('the folder of “%s” is %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('name order is the same wherever it is asked', () => {
  expect(inNameOrder(['b', 'a10', 'a2', 'B', 'ä', 'a'])).toEqual(['a', 'ä', 'a2', 'a10', 'b', 'B']);
});
