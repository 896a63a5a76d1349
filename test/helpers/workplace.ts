/** A place for builds of their own: publications, a store, outputs and temporary files that nobody else touches. */
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { runLectern, startLectern, type EndedLectern, type LecternOptions, type RunningLectern } from './lectern.ts'; // prettier-ignore

/** What a publication is made of: the content of each file by its path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export type Workplace = {
  readonly folder: string;
  /** LECTERN_HOME. */
  readonly home: string;
  readonly out: string;
  /** TMPDIR. */
  readonly temporary: string;
  /** Where the program runs: an empty folder. */
  readonly cwd: string;
  /** Writes a publication, over what is there, and says where it lies. */
  readonly publish: (name: string, files: Files) => Promise<string>;
  /** `lectern build PUBLICATION --out OUT …` with two jobs, in the draft voice. */
  readonly build: (publication: string, args?: readonly string[], options?: LecternOptions) => Promise<EndedLectern>; // prettier-ignore
  readonly startBuild: (publication: string, args?: readonly string[], options?: LecternOptions) => RunningLectern; // prettier-ignore
  readonly run: (args: readonly string[], options?: LecternOptions) => Promise<EndedLectern>;
};

/** Opens a workplace that is removed when the file's tests have ended. */
export async function useWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-build-'));
  afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const [home, out, temporary, cwd] = ['home', 'out', 'tmp', 'cwd'].map((name) => join(folder, name)) as [
    string, string, string, string,
  ]; // prettier-ignore
  for (const one of [temporary, cwd]) await mkdir(one);
  const within = (options: LecternOptions = {}): LecternOptions => ({
    cwd,
    ...options,
    env: { LECTERN_HOME: home, TMPDIR: temporary, ...options.env },
  });
  const build = (publication: string, args: readonly string[]): readonly string[] => [
    'build', publication, '--out', out, ...(args.includes('--jobs') ? [] : ['--jobs', '2']),
    ...(args.some((arg) => arg.startsWith('--voice')) ? [] : ['--voice', 'draft']), ...args,
  ]; // prettier-ignore
  return {
    folder,
    home,
    out,
    temporary,
    cwd,
    publish: async (name, files) => {
      const target = join(folder, 'publications', name);
      await writeFiles(target, files);
      return target;
    },
    build: (publication, args = [], options) => runLectern(build(publication, args), within(options)),
    startBuild: (publication, args = [], options) => startLectern(build(publication, args), within(options)),
    run: (args, options) => runLectern(args, within(options)),
  };
}

export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Every file below a folder, by its path: its bytes, or where a link leads. Nothing where there is no folder. */
export async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files: Record<string, string> = {};
  for (const name of names.sort()) {
    const path = join(folder, name);
    const stats = await lstat(path);
    if (stats.isFile()) files[name] = (await readFile(path)).toString('latin1');
    else if (stats.isSymbolicLink()) files[name] = `→ ${await readlink(path)}`;
  }
  return files;
}
