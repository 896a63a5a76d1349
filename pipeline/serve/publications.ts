import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseManifest, type Manifest } from '../report/manifest.ts';
import { findServed } from './find-served.ts';

/** A publication in the folder that is served: `folder` is relative to that, `''` where it is itself the publication's. */
export type ServedPublication = {
  readonly folder: string;
  readonly manifest: Manifest;
  /** When the manifest was written: what it says of a file that is younger may be of the one before. */
  readonly writtenMilliseconds: number;
};

/** Reads manifests, each again only when it has changed: every request of a player looks at one. */
export class Publications {
  readonly #root: string;
  readonly #read = new Map<
    string,
    { readonly sign: string; readonly publication: ServedPublication | undefined }
  >();

  constructor(root: string) {
    this.#root = root;
  }

  /** Every publication, by title. */
  async all(): Promise<readonly ServedPublication[]> {
    const entries = await readdir(this.#root, { withFileTypes: true });
    const folders = entries.filter((entry) => !entry.isFile()).map(({ name }) => name);
    const found = await Promise.all(['', ...folders].map((folder) => this.at(folder)));
    return found
      .filter((one) => one !== undefined)
      .sort((a, b) => a.manifest.title.localeCompare(b.manifest.title, 'en'));
  }

  /** The publication that a file belongs to: of the nearest folder around it that has a manifest. */
  async holding(file: string): Promise<ServedPublication | undefined> {
    for (let folder = parentOf(file); ; folder = parentOf(folder)) {
      const found = await this.at(folder);
      if (found !== undefined || folder === '') return found;
    }
  }

  async at(folder: string): Promise<ServedPublication | undefined> {
    const wanted = ['', ...(folder === '' ? [] : folder.split('/')), 'manifest.json'];
    const file = await findServed(this.#root, wanted.map(encodeURIComponent).join('/'));
    if (file?.stats.isFile() !== true) return undefined;
    const { mtimeMs, size } = await stat(file.path);
    const sign = `${mtimeMs} ${size}`;
    const known = this.#read.get(folder);
    if (known?.sign === sign) return known.publication;
    const manifest = parseManifest(await readFile(file.path, 'utf8'));
    const publication = manifest && { folder, manifest, writtenMilliseconds: mtimeMs };
    this.#read.set(folder, { sign, publication });
    return publication;
  }
}

function parentOf(file: string): string {
  const parent = path.posix.dirname(file);
  return parent === '.' ? '' : parent;
}

/** Where a publication's folder is, from the server's own address: `http://host:8080/my-book/`. */
export function addressIn(origin: string, ...names: readonly string[]): string {
  const parts = names.flatMap((name) => name.split('/')).filter((name) => name !== '');
  return [origin, ...parts.map(encodeURIComponent)].join('/');
}

/** The name of a publication's feed, if it has one. */
export const feedName = 'feed.xml';
export function hasFeed({ manifest }: ServedPublication): boolean {
  return manifest.files.some(({ name }) => name === feedName);
}

/** Whether there is something to subscribe to, or would be if it had a feed. */
export function isPodcast(publication: ServedPublication): boolean {
  return hasFeed(publication) || publication.manifest.files.some(({ edition }) => edition === 'podcast');
}
