/** What goes wrong is said, ends with the code that the README lists, and changes nothing. */
import { execFile } from 'node:child_process';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn, useWorkplace } from '../helpers/workplace.ts';
import { countingBook } from './small-books.ts';

const work = await useWorkplace();
const book = countingBook(2, 2);
let before: Readonly<Record<string, string>>;

beforeAll(async () => {
  expect((await work.build(await work.publish('counting', book))).code).toBe(0);
  before = await filesIn(work.out);
});

describe('an author’s mistake', () => {
  const mistaken = {
    ...book,
    '02.md': `${String(book['02.md'])}\nText, and an image: ![A map](images/Map.svg)\n\n![Another](other.png)\n`,
  };

  test('ends with 1: each problem with its place and its remedy, and the outputs as they were', async () => {
    const run = await work.build(await work.publish('counting', mistaken));
    expect(run.code).toBe(1);
    const remedy =
      '    Check the spelling, upper and lower case included; paths start at the file they stand in.\n';
    expect(run.stderr).toBe(
      `02.md:7:21: error: The image images/Map.svg does not exist. [image-missing]\n${remedy}` +
        `02.md:9:1: error: The image other.png does not exist. [image-missing]\n${remedy}` +
        "2 errors in the publication's files. Nothing in the output was changed.\n" +
        'To build all the same: --allow image-missing\n',
    );
    expect(run.stdout).toBe('');
    expect(await filesIn(work.out)).toEqual(before);
  });

  test('may be allowed: the book is built, and the mistake is told as a warning', async () => {
    const out = join(work.folder, 'allowed');
    const publication = join(work.folder, 'publications', 'counting');
    const run = await work.build(publication, ['--allow', 'image-missing', '--only', 'epub', '--out', out]);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('02.md:7:21: warning: The image images/Map.svg does not exist.');
    expect(Object.keys(await filesIn(out))).toEqual([
      'counting/counting.epub',
      'counting/manifest.json',
      'counting/report.html',
      'counting/report.json',
    ]);
  });

  test('in the metadata is found with line and column, and so are all the others', async () => {
    const publication = await work.publish('slips', {
      'publication.yaml': 'title: Slips\nautors: Ann\nlanguage: [en\n',
      '1.md': '# One\n',
    });
    const syntax = await work.build(publication);
    expect(syntax.code).toBe(1);
    expect(syntax.stderr).toMatch(/^publication\.yaml:\d+:\d+: error: This is not right YAML/);
    await work.publish('slips', {
      'publication.yaml': 'title: Slips\nautors: Ann\ndate: soon\nchapters: [1.md, ../2.md]\n',
    });
    const { code, stderr } = await work.build(publication);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'publication.yaml:2:1: error: Lectern knows no key “autors”. [unknown-key]\n    Did you mean “authors”?',
    );
    expect(stderr).toContain('publication.yaml:3:7: error: date is not a date');
  });

  test('that leaves nothing to build cannot be allowed', async () => {
    const publication = await work.publish('not-even', {
      'publication.yaml': 'title: Not even\nchapters: [none.md]\n',
    });
    for (const args of [[], ['--allow', 'chapter-refused']]) {
      const run = await work.build(publication, args);
      expect(run.code).toBe(1);
      expect(run.stderr).toContain(
        'publication.yaml:2:12: error: The chapter none.md does not exist. [chapter-refused]',
      );
      expect(run.stderr).not.toContain('--allow');
    }
  });

  test('in one publication does not keep the others from being built', async () => {
    await work.publish('pair/bad', { '1.md': '# One\n\n![x](none.png)\n' });
    await work.publish('pair/good', { '1.md': '# One\n' });
    const pair = join(work.folder, 'publications', 'pair');
    const out = join(work.folder, 'pair-out');
    const run = await work.run(['build', pair, '--out', out, '--only', 'script']);
    expect(run.code).toBe(1);
    expect(Object.keys(await filesIn(out))).toEqual(['good/manifest.json', 'good/script.txt']);
  });

  test('such as a language that the voice does not speak is found before anything is spoken', async () => {
    const publication = await work.publish('deutsch', {
      'publication.yaml': 'title: Hafen\nlanguage: de\n',
      '1.md': '# Eins\n\nDas Meer.\n',
    });
    const run = await work.build(publication);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('[language-not-spoken]');
    expect((await work.build(publication, ['--only', 'epub'])).code).toBe(0);
    await rm(join(work.out, 'deutsch'), { recursive: true });
  });
});

describe('wrong words on the command line end with 2 and a sentence', () => {
  const publication = join(work.folder, 'publications', 'counting');
  test.each<readonly [string, readonly string[], string]>([
    ['an unknown option', ['build', publication, '--loud'], "error: unknown option '--loud'"],
    ['an unknown command', ['bild'], "error: unknown command 'bild'"],
    ['an unknown edition', ['build', publication, '--only', 'epub,pdf'], '--only takes a list of epub, m4b, mp3, captions, transcript, podcast, script, opus, acx, lpf; not “pdf”.'],
    ['no edition', ['build', publication, '--only', ','], '--only takes a list'],
    ['half a job', ['build', publication, '--jobs', '0.5'], '--jobs takes a whole number from 1 to 256; not “0.5”.'],
    ['a path that is not there', ['build', join(work.folder, 'nowhere')], 'There is nothing to publish at'],
    ['a file that is no Markdown', ['build', process.execPath], 'There is nothing to publish at'],
    ['a script of nothing', ['script', join(work.folder, 'nowhere')], 'There is nothing to publish at'],
    ['no path for a script', ['script'], "error: missing required argument 'path'"],
    ['an unknown voice', ['build', publication, '--voice', 'stentor'], 'There is no voice "stentor" here; lectern voices lists'],
    ['a voice like an option', ['build', publication, '--voice=-(quit)'], 'There is no voice "-(quit)" here; lectern voices lists'],
  ])('%s', async (_what, args, sentence) => {
    await work.publish('counting', book);
    const run = await work.run([...args, ...(args[0] === 'build' ? ['--out', work.out] : [])]);
    expect(run.stderr).toContain(sentence);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.stdout).toBe('');
    expect(run.code).toBe(2);
    expect(await filesIn(work.out)).toEqual(before);
  }); // prettier-ignore

  test('but help and version are no mistakes', async () => {
    const help = await work.run(['build', '--help']);
    expect(help.code).toBe(0);
    for (const option of ['--out', '--only', '--voice', '--jobs', '--allow', '--plain', '--json'])
      expect(help.stdout).toContain(option);
    const version = await work.run(['--version']);
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a failure of the world ends with 3, says what was attempted, and changes nothing', () => {
  const publication = join(work.folder, 'publications', 'counting');

  test('no ffmpeg where FFMPEG_PATH says', async () => {
    const run = await work.build(publication, [], { env: { FFMPEG_PATH: '/nowhere/ffmpeg' } });
    expect(run.code).toBe(3);
    expect(run.stderr.split('\n')[0]).toBe(
      'FFMPEG_PATH names /nowhere/ffmpeg, which cannot be used: there is no such file.',
    );
    expect(await filesIn(work.out)).toEqual(before);
    // Nor is it asked for where no sound is wanted.
    const text = await work.build(publication, ['--only', 'script', '--out', join(work.folder, 'text')], {
      env: { FFMPEG_PATH: '/nowhere/ffmpeg' },
    });
    expect(text.code).toBe(0);
  });

  test('a file where the output folder should be', async () => {
    const out = join(work.folder, 'not-a-folder');
    await writeFile(out, 'mine');
    const run = await work.build(publication, ['--out', out]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(`Could not make the output folder in ${join(out, 'counting')}: `);
    expect(await filesIn(work.folder)).toMatchObject({ 'not-a-folder': 'mine' });
  });

  test('a file where the store should be', async () => {
    const home = join(work.folder, 'no-home');
    await writeFile(home, 'mine');
    const run = await work.build(publication, [], { env: { LECTERN_HOME: home } });
    expect(run.code).toBe(3);
    expect(run.stderr).toContain(`Could not open the store in ${join(home, 'store')}: `);
    expect(await filesIn(work.out)).toEqual(before);
  });

  test('the publication itself as the output folder', async () => {
    const run = await work.run([
      'build',
      publication,
      '--voice',
      'draft',
      '--out',
      join(work.folder, 'publications'),
    ]);
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('name another folder with --out');
    expect(Object.keys(await filesIn(publication))).toEqual(Object.keys(book).sort());
  });

  test('a store that is full', async () => {
    const home = join(work.folder, 'full');
    await mkdir(home);
    const other = await work.publish('counting', countingBook(2, 4));
    const canMount = await mounts();
    // A disk of its own, seen by that process alone; without the right to mount, no file may be larger than 64 KB.
    const limits = canMount
      ? ['unshare', '-m', 'sh', '-c', `mount -t tmpfs -o size=700k tmpfs "$LECTERN_HOME" && exec "$0" "$@"`]
      : ['sh', '-c', 'ulimit -f 128; exec "$0" "$@"'];
    const run = await work.build(other, [], {
      env: { LECTERN_HOME: home },
      wrap: (command) => [...limits, ...command],
    });
    expect(run.stderr).toMatch(
      /Could not [a-z ]+ in .*: (the disk is full \(ENOSPC\)|the file would be larger than the system allows \(EFBIG\))\./,
    );
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.code).toBe(3);
    expect(await filesIn(work.out)).toEqual(before);
    await work.publish('counting', book);
  });

  test('a disk that is full when it encodes', async () => {
    const other = await work.publish('counting', countingBook(6, 1));
    const reference = join(work.folder, 'reference');
    expect((await work.build(other, ['--out', reference])).code).toBe(0);
    const madeBytes = (await stat(join(reference, 'counting', 'counting.m4b'))).size;
    // No chapter's sound is so large, so it is ffmpeg that meets the limit.
    const blocks = Math.floor((madeBytes * 0.9) / 512);
    const run = await work.build(other, ['--only', 'm4b'], {
      env: { LECTERN_HOME: join(work.folder, 'small') },
      wrap: (command) => ['sh', '-c', `ulimit -f ${blocks}; exec "$0" "$@"`, ...command],
    });
    expect(run.stderr).toMatch(
      /failed on [^:]+: ffmpeg failed while (encoding what was spoken|measuring what was encoded): it /,
    );
    expect(run.stderr).not.toMatch(/\n\s+at /);
    expect(run.code).toBe(3);
    expect(await filesIn(work.out)).toEqual(before);
    await work.publish('counting', book);
  });
});

/** Whether a process here may mount a disk that only it sees. */
async function mounts(): Promise<boolean> {
  const run = promisify(execFile);
  return run('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).then(
    () => true,
    () => false,
  );
}
