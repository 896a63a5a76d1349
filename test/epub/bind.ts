import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { onTestFinished } from 'vitest';
import type { EpubInput } from '../../pipeline/epub/epub-input.ts';
import { makeEpub } from '../../pipeline/epub/make-epub.ts';
import { contextOf, type MemoryBlobs } from './memory-blobs.ts';
import { unzip, type ZipEntry } from './unzip.ts';

export async function bytesOf(input: EpubInput, blobs: MemoryBlobs): Promise<Buffer> {
  return blobs.get((await makeEpub.run(input, contextOf(blobs))).file);
}

/** The book as a file on disk, for programs that check it; it goes when the test is over. */
export async function fileOf(input: EpubInput, blobs: MemoryBlobs): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-epub-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, `${input.slug}.epub`);
  await writeFile(path, await bytesOf(input, blobs));
  return path;
}

export type Package = {
  readonly entries: readonly ZipEntry[];
  /** Every XML file below OEBPS, parsed, by its name there. */
  readonly documents: ReadonlyMap<string, Root>;
};

export async function packageOf(input: EpubInput, blobs: MemoryBlobs): Promise<Package> {
  const entries = await unzip(await bytesOf(input, blobs));
  const texts = entries.filter(({ name }) => /\.(xhtml|opf|ncx)$/.test(name));
  return {
    entries,
    documents: new Map(
      texts.map(({ name, bytes }) => [name.slice('OEBPS/'.length), fromXml(bytes.toString())]),
    ),
  };
}

export function document(found: Package, name: string): Root {
  const root = found.documents.get(name);
  if (!root) throw new Error(`The package has no ${name}.`);
  return root;
}

export function elementsOf(node: Nodes): readonly Element[] {
  const below = 'children' in node ? node.children.flatMap((child) => elementsOf(child)) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
