import type { Finding } from '../finding.ts';
import { UnreadableError } from '../own-finding.ts';
import { openArchive, type Archive } from './archive.ts';
import { readPackage, type PackageDocument } from './package-document.ts';
import { attribute, elementsOf, localName, parseXml } from './xml.ts';

export type Epub = {
  readonly archive: Archive;
  readonly package: PackageDocument;
  /** Of opening it. */
  readonly findings: readonly Finding[];
};

const container = 'META-INF/container.xml';

/**
 * Opens an EPUB: a path, or its bytes. The caller closes the archive.
 *
 * @throws UnreadableError where it cannot be read far enough to be called one.
 */
export async function openEpub(source: string | Uint8Array): Promise<Epub> {
  const archive = await openArchive(source);
  try {
    const path = await findPackage(archive);
    const read = readPackage(parseXml(await archive.text(path), path), path);
    return { archive, package: read, findings: archive.findings };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** The first root file is the one that counts (EPUB 3.3, 4.2.6.3.1.3). */
async function findPackage(archive: Archive): Promise<string> {
  if (!archive.entries.has(container)) throw new UnreadableError('no-container', `The archive has no ${container}, so it is no EPUB.`); // prettier-ignore
  const elements = [...elementsOf(parseXml(await archive.text(container), container))];
  const rootfile = elements.find((element) => localName(element) === 'rootfile');
  const path = rootfile && attribute(rootfile, 'full-path');
  if (path === undefined) throw new UnreadableError('no-container', 'The container names no package document.', { path: container }); // prettier-ignore
  if (!archive.entries.has(path)) throw new UnreadableError('no-package', 'The package document that the container names is not in the archive.', { path }); // prettier-ignore
  return path;
}
