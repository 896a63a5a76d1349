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
const rounds = 3;
const kinds = ['theirs', 'cold', 'again', 'edited'] as const;
type Kind = (typeof kinds)[number];
type Middle = { readonly seconds: number; readonly megabytes: number };
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
    const [first = ''] = chapters;
    const text = await readFile(first, 'utf8');
    const measured = { theirs: [], cold: [], again: [], edited: [] } as Record<Kind, Measured[]>;
    for (let round = 0; round < rounds; round++) {
      const env = { ...process.env, LECTERN_HOME: join(folder, `home-${size.words}-${round}`) };
      const build = (): Promise<Measured> =>
        measureProcess(process.execPath, [cli, 'build', book, '--only', 'epub', '--out', join(folder, 'out'), '--plain'], { env }); // prettier-ignore
      // What the peer needs of the same folder; figures by paths relative to it.
      const peer = (): Promise<Measured> =>
        measureProcess(pandoc, [...chapters, '-f', 'markdown', '-o', join(folder, 'peer.epub'), '--toc', '--metadata', 'title=A long book'], { cwd: book }); // prettier-ignore
      await writeFile(first, text);
      measured.cold.push(await build());
      measured.theirs.push(await peer());
      measured.again.push(await build());
      await writeFile(first, text.replace('harbour', 'haven'));
      measured.edited.push(await build());
    }
    const [theirs, cold, again, edited] = kinds.map((kind) => middle(measured[kind])) as [Middle, Middle, Middle, Middle]; // prettier-ignore
    const share = (one: number, other: number): string => (one / other).toFixed(2);
    console.log(
      `${size.words} words, ${size.chapters} chapters, ${size.figures} figures; the middle of ${rounds}`,
    );
    console.log(`  pandoc               ${line(theirs)}`);
    console.log(`  Lectern, cold        ${line(cold)} · ${share(cold.seconds, theirs.seconds)} × pandoc's time, ${share(cold.megabytes, theirs.megabytes)} × its memory`); // prettier-ignore
    console.log(
      `  Lectern, again       ${line(again)} · ${share(again.seconds, theirs.seconds)} × pandoc's time`,
    );
    console.log(`  Lectern, one word    ${line(edited)} · ${share(edited.seconds, theirs.seconds)} × pandoc's time`); // prettier-ignore
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Machines have slow minutes: of an odd number of rounds the one in the middle counts. */
function middle(measured: readonly Measured[]): Middle {
  const half = (numbers: readonly number[]): number =>
    numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
  return {
    seconds: half(measured.map(({ wallSeconds }) => wallSeconds)),
    megabytes: half(measured.map(({ megabytes }) => megabytes ?? NaN)),
  };
}

function line({ seconds, megabytes }: Middle): string {
  return `${seconds.toFixed(2)} s${Number.isNaN(megabytes) ? '' : `, ${megabytes.toFixed(0)} MB`}`;
}
