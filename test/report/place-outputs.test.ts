import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { replaceFiles } from '../../pipeline/engine/replace-files.ts';
import { parseManifest } from '../../pipeline/report/manifest.ts';
import { isOutputName } from '../../pipeline/report/output-name.ts';
import { placeOutputs, type Output } from '../../pipeline/report/place-outputs.ts';
import { memoryBlobs } from '../epub/memory-blobs.ts';

type Made = Readonly<Record<string, readonly [edition: string, content: string]>>;

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-place-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Places files as a build does that made these editions whole. */
async function place(folder: string, made: Made, editions: readonly string[] = []): Promise<void> {
  const blobs = memoryBlobs();
  const outputs = Object.entries(made).map(([name, [edition, content]]): Output => {
    const blob = blobs.put(content);
    return { name, edition, blob, ...blob, tools: {} };
  });
  await placeOutputs(folder, { publication: 'book', title: 'Book' }, outputs, {
    blobs,
    replaceFiles,
    signal: new AbortController().signal,
    editions: new Set(editions),
  });
}

const listed = async (folder: string): Promise<readonly string[]> =>
  (parseManifest(await readFile(join(folder, 'manifest.json'), 'utf8'))?.files ?? []).map(({ name }) => name);
const there = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).sort();

const first = {
  'book.epub': ['epub', 'book'],
  'feed.xml': ['podcast', 'feed'],
  'podcast/01-arrival.mp3': ['podcast', 'arrival'],
  'podcast/02-quay.mp3': ['podcast', 'quay'],
} as const;

describe('files in a folder', () => {
  test('are put there, and are in the manifest', async () => {
    const folder = await temporaryFolder();
    await place(folder, first);
    expect(await listed(folder)).toEqual(Object.keys(first).sort());
    expect(await readFile(join(folder, 'podcast/01-arrival.mp3'), 'utf8')).toBe('arrival');
  });

  test('of an edition that is built again go when they are not made any more, and nothing else', async () => {
    const folder = await temporaryFolder();
    await place(folder, first);
    await writeFile(join(folder, 'podcast/mine.txt'), 'mine');
    const { 'podcast/01-arrival.mp3': _gone, 'book.epub': _kept, ...rest } = first;
    await place(folder, { ...rest, 'podcast/01-landing.mp3': ['podcast', 'arrival'] }, ['podcast']);
    expect(await there(folder)).toEqual(
      ['book.epub', 'feed.xml', 'manifest.json', 'podcast', 'podcast/01-landing.mp3', 'podcast/02-quay.mp3', 'podcast/mine.txt'],
    ); // prettier-ignore
    expect(await listed(folder)).toEqual([
      'book.epub',
      'feed.xml',
      'podcast/01-landing.mp3',
      'podcast/02-quay.mp3',
    ]);
  });

  test('stay when another edition is built', async () => {
    const folder = await temporaryFolder();
    await place(folder, first);
    await place(folder, { 'book.epub': ['epub', 'new'] }, ['epub', 'captions']);
    expect(await listed(folder)).toEqual(Object.keys(first).sort());
  });

  test('stay when somebody has changed them, though they are not ours any more', async () => {
    const folder = await temporaryFolder();
    await place(folder, first);
    // As long as it was, so that its length does not tell.
    await writeFile(join(folder, 'podcast/02-quay.mp3'), 'mine');
    await place(folder, { 'feed.xml': ['podcast', 'feed'] }, ['podcast']);
    expect(await there(folder)).toEqual([
      'book.epub',
      'feed.xml',
      'manifest.json',
      'podcast',
      'podcast/02-quay.mp3',
    ]);
    expect(await listed(folder)).toEqual(['book.epub', 'feed.xml']);
  });

  test('stay as they were when the new ones cannot be put in place', async () => {
    const folder = await temporaryFolder();
    await place(folder, first);
    await mkdir(join(folder, 'new.epub'));
    const placing = place(folder, { 'podcast/03.mp3': ['podcast', 'three'], 'new.epub': ['epub', 'x'] }, [
      'podcast',
    ]);
    await expect(placing).rejects.toThrow('a folder of that name');
    expect(await listed(folder)).toEqual(Object.keys(first).sort());
    expect(await there(folder)).not.toContain('podcast/03.mp3');
    expect(await there(folder)).toContain('podcast/02-quay.mp3');
  });
});

describe('a link in the place of a folder', () => {
  test('is not followed when files are put in place', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await symlink(elsewhere, join(folder, 'podcast'));
    await expect(place(folder, first)).rejects.toThrow('podcast in');
    expect(await readdir(elsewhere)).toEqual([]);
    expect(await there(folder)).toEqual(['podcast']);
  });

  test('is not followed when files are removed', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await place(folder, first);
    await rm(join(folder, 'podcast'), { recursive: true });
    await symlink(elsewhere, join(folder, 'podcast'));
    await writeFile(join(elsewhere, '01-arrival.mp3'), 'arrival');
    await place(folder, { 'feed.xml': ['podcast', 'feed'] }, ['podcast']);
    expect(await readdir(elsewhere)).toEqual(['01-arrival.mp3']);
  });
});

describe('a name', () => {
  test('is plain, or below one folder', () => {
    for (const name of ['book.epub', 'podcast/01-arrival.mp3', '日本.epub', 'a b.mp3']) expect(isOutputName(name)).toBe(true);
    for (const name of ['', '/a', 'a/', 'a//b', '..', '../a', 'a/..', 'a/../b', './a', 'a/b/c', 'a\\b', '..\\a', 'C:a', 'a\0', '.hidden', 'a/.b'])
      expect(isOutputName(name), name).toBe(false);
  }); // prettier-ignore

  test('that leads elsewhere is refused, and so are two that some systems take for one', async () => {
    const folder = await temporaryFolder();
    await expect(place(folder, { '../a': ['epub', 'x'] })).rejects.toThrow(TypeError);
    await expect(place(folder, { 'manifest.json': ['epub', 'x'] })).rejects.toThrow(TypeError);
    await expect(place(folder, { 'p/A.mp3': ['epub', 'x'], 'p/a.mp3': ['epub', 'y'] })).rejects.toThrow(
      'Two outputs',
    );
    expect(await there(folder)).toEqual([]);
  });

  test('in a manifest that somebody wrote leads to nothing', async () => {
    const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
    await place(folder, first);
    await writeFile(join(elsewhere, 'theirs.mp3'), 'arrival');
    const manifest = await readFile(join(folder, 'manifest.json'), 'utf8');
    const name = join('..', elsewhere.split('/').at(-1) ?? '', 'theirs.mp3');
    await writeFile(join(folder, 'manifest.json'), manifest.replace('podcast/01-arrival.mp3', name));
    await place(folder, { 'feed.xml': ['podcast', 'feed'] }, ['podcast']);
    expect(await readdir(elsewhere)).toEqual(['theirs.mp3']);
    expect(await listed(folder)).toEqual(['book.epub', 'feed.xml']);
  });
});
