import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Place, Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import { inNameOrder, isMarkdown } from './find-publications.ts';
import { resolveInside } from './inside.ts';

/** A chapter file: `path` relative to the publication's folder, with slashes. */
export type ChapterFile = { readonly path: string; readonly absolute: string };

/**
 * The Markdown files of a folder in reading order: as `chapters` lists them; else those in the folder itself by name;
 * else, where it holds none, those in its subfolders.
 */
export async function listChapters(
  folder: string,
  metadataFile: string,
  listed: { readonly names: readonly string[]; readonly placeOf: (index: number) => Place } | undefined,
): Promise<{ readonly files: readonly ChapterFile[]; readonly problems: readonly Problem[] }> {
  let names = listed?.names;
  if (names === undefined) {
    names = await markdownIn(folder, '');
    if (names.length === 0) names = await markdownBelow(folder, '');
    if (names.length === 0) return { files: [], problems: [problems.noChapters({ file: metadataFile })] };
  }
  const files: ChapterFile[] = [];
  const found: Problem[] = [];
  for (const [index, name] of names.entries()) {
    const place = listed?.placeOf(index) ?? { file: metadataFile };
    // Names that were listed by the file system are not percent-encoded.
    const resolved = await resolveInside(
      folder,
      metadataFile,
      listed ? name : encodeURI(name).replace(/[?#]/g, encodeURIComponent),
    );
    if ('refused' in resolved) found.push(problems.chapterRefused(place, name, resolved.refused));
    else if (files.some((file) => file.path === resolved.path))
      found.push(problems.chapterTwice(place, name));
    else files.push(resolved);
  }
  return { files, problems: found };
}

async function markdownIn(folder: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  return inNameOrder(
    entries
      .filter((entry) => !entry.isDirectory() && isMarkdown(entry.name) && !entry.name.startsWith('.'))
      .map((entry) => entry.name),
  ).map((name) => path.posix.join(below, name));
}

async function markdownBelow(folder: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, below), { withFileTypes: true });
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules',
  );
  const all: string[] = [];
  for (const name of inNameOrder(folders.map((entry) => entry.name))) {
    const inner = path.posix.join(below, name);
    all.push(...(await markdownIn(folder, inner)), ...(await markdownBelow(folder, inner)));
  }
  return all;
}
