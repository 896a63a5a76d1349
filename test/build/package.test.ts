/** What is published: a package that, installed into an empty folder, builds a book there. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { probe } from '../audio/probe.ts';
import { lecternEnvironment } from '../helpers/lectern.ts';
import { filesIn, useWorkplace } from '../helpers/workplace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { showcase, showcaseTitles } from './small-books.ts';

const work = await useWorkplace();
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(work.folder, 'somebody');

/** What npm tells the programs that it runs is not for the npm that they run. */
const env = {
  ...Object.fromEntries(
    Object.entries(lecternEnvironment()).filter(
      ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/i.test(name),
    ),
  ),
  LECTERN_HOME: work.home,
};

async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    cwd,
    env,
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  });
  return stdout;
}

beforeAll(async () => {
  await run('npm', ['pack', '--pack-destination', work.folder], root);
  const [tarball] = (await readdir(work.folder)).filter((name) => name.endsWith('.tgz'));
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{"name":"somebody","private":true,"type":"module"}\n');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  await run('npm', ['install', ...quiet, join('..', tarball ?? 'nothing-was-packed')], folder);
}, 300_000);

describe('the package, installed into an empty folder', () => {
  test('holds what runs, its types and its licences, and nothing of the workshop', async () => {
    const installed = Object.keys(await filesIn(join(folder, 'node_modules', 'lectern')));
    for (const file of [
      'dist/cli.js',
      'dist/index.js',
      'dist/index.d.ts',
      'LICENSE',
      'README.md',
      'package.json',
    ])
      expect(installed).toContain(file);
    const others = installed.filter(
      (name) => !/^(dist\/.*\.(js|d\.ts)|LICENSE|[A-Z-]+\.md|package\.json)$/.test(name),
    );
    expect(others).toEqual([]);
    expect(installed.filter((name) => name.includes('test'))).toEqual([]);
  });

  test('builds a book and an audiobook with one command', async () => {
    for (const [name, content] of Object.entries(showcase)) {
      await mkdir(join(folder, 'harbour', name, '..'), { recursive: true });
      await writeFile(join(folder, 'harbour', name), content);
    }
    const printed = await run(
      'npx',
      ['--no-install', 'lectern', 'build', 'harbour', '--voice', 'draft'],
      folder,
    );
    const output = join(folder, 'output', 'harbour');
    expect(Object.keys(await filesIn(output))).toEqual([
      'harbour.epub',
      'harbour.m4b',
      'harbour.mp3',
      'harbour.srt',
      'harbour.transcript.html',
      'harbour.transcript.txt',
      'harbour.vtt',
      'harbour.words.json',
      'manifest.json',
      'report.html',
      'report.json',
      'script.txt',
    ]);
    expect(printed).toContain('harbour.m4b');
    const { chapters } = await probe(join(output, 'harbour.m4b'));
    expect(chapters.map(({ tags }) => tags['title'])).toEqual(showcaseTitles);
    if (epubCheckRuns) expect((await epubCheck(join(output, 'harbour.epub'))).faults).toEqual([]);
  });

  test('gives programs what index.ts names, and no more', async () => {
    const ask = "import('lectern').then((all) => console.log(JSON.stringify(Object.keys(all).sort())))";
    expect(JSON.parse(await run(process.execPath, ['-e', ask], folder))).toEqual([
      'AuthorProblemsError', 'buildPublication', 'checkEpub', 'createFliteEngine', 'createSpeechTools', 'editions', 'findFfmpeg', 'findPublications', 'isGrave', 'openStore', 'planScript', 'quickCheck', 'version',
    ]); // prettier-ignore
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    const version = "import('lectern').then(({ version }) => console.log(version))";
    expect(await run(process.execPath, ['-e', version], folder)).toBe(`${manifest.version}\n`);
  });

  test('has types that a strict compiler understands', async () => {
    await writeFile(
      join(folder, 'use.ts'),
      [
        "import { buildPublication, findPublications, openStore, version, type BuildEvent, type PublicationOptions } from 'lectern';",
        'const tell = (event: BuildEvent): void => { if (event.type === "placed") console.log(event.files[0]?.name); };',
        'export async function make(path: string, signal: AbortSignal): Promise<void> {',
        '  const { found } = await findPublications(path);',
        '  const options: PublicationOptions = { out: "out", editions: new Set(["epub"]), allow: new Set(), store: await openStore("s"), jobs: 1, sound: undefined, signal, tell };',
        '  for (const one of found) await buildPublication(one, options);',
        '}',
        '// @ts-expect-error -- text: were it not understood, it would be anything',
        'export const wrong: number = version;',
      ].join('\n'),
    );
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--typeRoots', join(root, 'node_modules', '@types'), '--types', 'node']; // prettier-ignore
    expect(await run(process.execPath, [tsc, ...options, 'use.ts'], folder)).toBe('');
  });
});
