/**
 * A whole build with the draft voice beside the least that could make the same MP3: a shell script that pipes flite, chapter by
 * chapter on as many cores, into ffmpeg. Cold, without a change, and after an edit of one sentence.
 *
 *     npm run bench -- build             at 10 000 and 50 000 words
 *     npm run bench -- build 10000       at one size alone; 500000 takes more than an hour on two cores, and is there for the memory
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProgram } from '../tools/find-program.ts';
import { measureProcess, type Measured } from './measure-process.ts';
import { writeBook, type BookSize } from './write-book.ts';

const sizes: readonly (BookSize & { readonly floor: boolean })[] = [
  { words: 10_000, chapters: 10, figures: 0, floor: true },
  { words: 50_000, chapters: 20, figures: 0, floor: true },
  { words: 500_000, chapters: 50, figures: 0, floor: false },
];
const wanted = process.argv.slice(2).map(Number);
const measured = sizes.filter(({ words }) =>
  wanted.length === 0 ? words < 500_000 : wanted.includes(words),
);
if (measured.length === 0)
  throw new Error(`Sizes are ${sizes.map(({ words }) => words).join(', ')}; not ${wanted.join(', ')}.`);
/** The draft voice, as Debian's flite has it. */
const voice = 'rms';
const [flite, ffmpeg] = ['flite', 'ffmpeg'].map((name) => {
  const found = findProgram(name);
  if (found === undefined) throw new Error(`The floor is missing: install ${name}.`);
  return found;
}) as [string, string];
const root = resolve(import.meta.dirname, '../..');
execFileSync(process.execPath, [join(root, 'test/tools/compile.mjs')], { stdio: 'inherit' });
const cli = join(root, 'dist', 'cli.js');
const folder = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
try {
  for (const size of measured) await compare(size);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare(size: (typeof sizes)[number]): Promise<void> {
  const book = join(folder, `book-${size.words}`);
  const chapters = await writeBook(book, size);
  const events = join(folder, `events-${size.words}.jsonl`);
  const env = { ...process.env, LECTERN_HOME: join(folder, `home-${size.words}`) };
  const build = (): Promise<Measured> =>
    measureProcess(
      'bash',
      ['-c', `exec "$0" "$1" build "$2" --only mp3 --voice draft --json --out "$3" > "$4"`, process.execPath, cli, book, join(folder, 'out'), events], // prettier-ignore
      { env },
    );
  const floor = size.floor ? await theFloor(chapters) : undefined;
  const cold = await build();
  const [spoken, encoded] = await started(events);
  const again = await build();
  const [file = ''] = chapters.slice(chapters.length / 2);
  await writeFile(file, (await readFile(file, 'utf8')).replace('harbour', 'haven'));
  const edited = await build();
  const [spokenAgain, encodedAgain] = await started(events);
  const share = (one: number | undefined, other: number | undefined): string =>
    ((one ?? NaN) / (other ?? NaN)).toFixed(3);
  console.log(`${size.words} words, ${size.chapters} chapters`);
  if (floor) console.log(`  the floor             ${line(floor)}`);
  console.log(
    `  Lectern, cold         ${line(cold)} · ${spoken} sentences spoken, ${encoded} chunks encoded` +
      (floor ? ` · ${share(cold.wallSeconds, floor.wallSeconds)} × the floor's time, ${share(cold.cpuSeconds, floor.cpuSeconds)} × its CPU` : ''), // prettier-ignore
  );
  console.log(`  Lectern, again        ${line(again)}`);
  console.log(`  Lectern, one sentence ${line(edited)} · ${spokenAgain} sentences, ${encodedAgain} chunks · ${share(edited.wallSeconds, cold.wallSeconds)} × the cold build's time, ${share(edited.cpuSeconds, cold.cpuSeconds)} × its CPU`); // prettier-ignore
  // Counts do not depend on the machine.
  if (spokenAgain !== 1 || encodedAgain > 2)
    throw new Error(`After one sentence ${spokenAgain} were spoken and ${encodedAgain} chunks encoded.`);
}

/** As text without marks: what the script would pipe. */
async function theFloor(chapters: readonly string[]): Promise<Measured> {
  const texts = await Promise.all(
    chapters.map(async (chapter, index) => {
      const text = join(folder, `floor-${index}.txt`);
      await writeFile(text, (await readFile(chapter, 'utf8')).replace(/^[#-]+ |\*/gm, ''));
      return text;
    }),
  );
  const one = `"${flite}" -voice ${voice} -f "$1" -o "$1.wav" && "${ffmpeg}" -v error -y -i "$1.wav" -c:a libmp3lame -b:a 64k -ar 48000 -ac 1 "$1.mp3" && rm "$1.wav"`;
  const all = `printf '%s\\n' "$@" | xargs -P ${availableParallelism()} -I{} bash -euc '${one}' bash {}`;
  return measureProcess('bash', ['-c', all, 'bash', ...texts]);
}

/** How many steps of speech and of encoding ran, by the build's own events. */
async function started(events: string): Promise<readonly [spoken: number, encoded: number]> {
  const text = await readFile(events, 'utf8');
  const count = (stage: string): number =>
    text.split('\n').filter((event) => event.includes('"type":"finished"') && event.includes(`"stage":"${stage}"`)).length; // prettier-ignore
  return [count('speak'), count('encode-chunk')];
}

function line({ wallSeconds, cpuSeconds, megabytes }: Measured): string {
  return `${wallSeconds.toFixed(1)} s, ${cpuSeconds?.toFixed(1) ?? '?'} s of CPU, ${megabytes?.toFixed(0) ?? '?'} MB`;
}
