import type { Found } from '../source/find-publications.ts';
import { readPublication, type ReadPublication } from '../source/read-publication.ts';

/** The texts of a publication as they stand on disk, and what is wrong with its metadata. */
export async function readSource(found: Found): Promise<ReadPublication> {
  // Loaded where it is used, as it brings all that reads Markdown: only a file alone is called by its heading.
  const titles = found.form === 'file' ? await import('../document/title-of.ts') : undefined;
  return readPublication(found, ({ markdown }) => titles?.titleOf(markdown));
}
