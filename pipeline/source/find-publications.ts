import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../problem.ts';
import { problems } from '../problems.ts';

/** A publication's place on disk, before anything in it is read. Paths are absolute. */
export type Found =
  | { readonly form: 'file'; readonly folder: string; readonly file: string }
  | { readonly form: 'folder'; readonly folder: string; readonly metadataFile?: string };

const metadataNames = ['publication.yaml', 'publication.yml'];

/**
 * What a path on the command line names: one Markdown file; a folder that is a publication
 * (it holds `publication.yaml` or Markdown files); or a folder of such publications.
 */
export async function findPublications(
  target: string,
): Promise<{ readonly found: readonly Found[]; readonly problems: readonly Problem[] }> {
  const absolute = path.resolve(target);
  const nothing = { found: [], problems: [problems.noPublication({ file: target }, target)] };
  let kind;
  try {
    kind = await stat(absolute);
  } catch {
    return nothing;
  }
  if (kind.isFile()) {
    if (metadataNames.includes(path.basename(absolute))) return findPublications(path.dirname(absolute));
    if (!isMarkdown(absolute)) return nothing;
    return {
      found: [{ form: 'file', folder: path.dirname(absolute), file: path.basename(absolute) }],
      problems: [],
    };
  }
  if (!kind.isDirectory()) return nothing;
  const own = await publicationIn(absolute);
  if (own) return { found: [own], problems: [] };
  const inner: Found[] = [];
  for (const name of await visibleFolders(absolute)) {
    const found = await publicationIn(path.join(absolute, name));
    if (found) inner.push(found);
  }
  return inner.length > 0 ? { found: inner, problems: [] } : nothing;
}

export function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name);
}

/** Names as a person orders them: "chapter 2" before "chapter 10". The locale is fixed, so that the order is the same everywhere. */
export function inNameOrder(names: readonly string[]): readonly string[] {
  const collator = new Intl.Collator('en', { numeric: true });
  return [...names].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
}

async function publicationIn(folder: string): Promise<Found | undefined> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name);
  const metadata = metadataNames.find((name) => names.includes(name));
  if (metadata !== undefined) return { form: 'folder', folder, metadataFile: metadata };
  return names.some((name) => isMarkdown(name) && !name.startsWith('.'))
    ? { form: 'folder', folder }
    : undefined;
}

async function visibleFolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return inNameOrder(
    entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      .map((entry) => entry.name),
  );
}
