/**
 * The text-only EPUB of a long book beside pandoc's, in one run: cold, again without a change, and after an edit of one word.
 *
 *     npm run bench -- epub
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProgram } from '../tools/find-program.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import { writeBook, type BookSize } from './write-book.ts';

const sizes: readonly BookSize[] = [
  { words: 50_000, chapters: 20, figures: 25 },
  { words: 500_000, chapters: 50, figures: 250 },
];
const pandoc = findProgram('pandoc');
if (pandoc === undefined) throw new Error('The peer is missing: install pandoc.');
const root = resolve(import.meta.dirname, '../..');
execFileSync(process.execPath, [join(root, 'test/tools/compile.mjs')], { stdio: 'inherit' });
const cli = join(root, 'dist', 'cli.js');
const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  for (const size of sizes) {
    const book = join(folder, `book-${size.words}`);
    const chapters = await writeBook(book, size);
    const env = { ...process.env, LECTERN_HOME: join(folder, `home-${size.words}`) };
    const build = (): Promise<Measured> =>
      measureProcess(process.execPath, [cli, 'build', book, '--only', 'epub', '--out', join(folder, 'out'), '--plain'], { env }); // prettier-ignore
    // What the peer needs of the same folder; figures by paths relative to it.
    const peer = (): Promise<Measured> =>
      measureProcess(pandoc, [...chapters, '-f', 'markdown', '-o', join(folder, 'peer.epub'), '--toc', '--metadata', 'title=A long book'], { cwd: book }); // prettier-ignore
    const theirs = await peer();
    const cold = await build();
    const theirsAgain = await peer();
    const again = await build();
    const [first = ''] = chapters;
    await writeFile(first, (await readFile(first, 'utf8')).replace('harbour', 'haven'));
    const edited = await build();
    const peerSeconds = (theirs.wallSeconds + theirsAgain.wallSeconds) / 2;
    console.log(`${size.words} words, ${size.chapters} chapters, ${size.figures} figures`);
    console.log(`  pandoc               ${line(theirs)}, ${line(theirsAgain)}`);
    console.log(`  Lectern, cold        ${line(cold)} · ${(cold.wallSeconds / peerSeconds).toFixed(2)} × pandoc's time, ${ratio(cold, theirs)} × its memory`); // prettier-ignore
    console.log(`  Lectern, again       ${line(again)} · ${(again.wallSeconds / cold.wallSeconds).toFixed(2)} × cold`); // prettier-ignore
    console.log(`  Lectern, one word    ${line(edited)} · ${(edited.wallSeconds / cold.wallSeconds).toFixed(2)} × cold, ${(edited.wallSeconds / peerSeconds).toFixed(2)} × pandoc's time`); // prettier-ignore
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

function line({ wallSeconds, megabytes }: Measured): string {
  return `${wallSeconds.toFixed(2)} s${megabytes === undefined ? '' : `, ${megabytes.toFixed(0)} MB`}`;
}

function ratio(one: Measured, other: Measured): string {
  return one.megabytes === undefined || other.megabytes === undefined
    ? '?'
    : (one.megabytes / other.megabytes).toFixed(2);
}
