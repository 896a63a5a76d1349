import { readdirSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { sha256 } from './engine/digest.ts';
import { version } from './version.ts';

/**
 * What this program is, to the file: another for every change of Lectern, of what it depends on, and of Node. It is made of
 * sizes and of the times at which the system saw the files change, which no program can set: reading them all would take as long
 * as starting does. That a copy elsewhere has another is no harm.
 */
export function programIdentity(): string {
  return (known ??= identityNow());
}

let known: string | undefined;

function identityNow(): string {
  const root = import.meta.dirname;
  const own = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => [name, stamp(path.join(root, name))]);
  return sha256(JSON.stringify([version, process.version, process.arch, own, dependencies(root)]));
}

/** What is installed in the folders of packages from here up. npm writes the hidden list anew whenever it installs. */
function dependencies(folder: string): readonly (string | undefined)[] {
  const found = ['node_modules', path.join('node_modules', '.package-lock.json')].map((name) =>
    stamp(path.join(folder, name)),
  );
  const above = path.dirname(folder);
  return above === folder ? found : [...found, ...dependencies(above)];
}

function stamp(file: string): string | undefined {
  const stats: Stats | undefined = statSync(file, { throwIfNoEntry: false });
  return stats && `${stats.isDirectory() ? 0 : stats.size} ${stats.ctimeMs}`;
}
