import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { escapeValue, writeFfmetadata } from '../../pipeline/audio/ffmetadata.ts';
import { markTitle } from '../../pipeline/audio/mark-title.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { probe } from './probe.ts';

const run = promisify(execFile);
const system = await findFfmpeg({ environment: process.env });
const bundled = await findFfmpeg({ environment: {} });

/** As ffmpeg 5 reads a value: up to a line's end that no backslash stands before. */
function readValue(text: string): string {
  const line = /^(?:[^\\\r\n]|\\[^])*?(?<!\\)(?=\n)/.exec(`${text}\nrest`)?.[0] ?? '';
  return line.replace(/\\([^])/g, '$1');
}

test('what is escaped is read back, but for what cannot be told', () => {
  const characters = fc.constantFrom('\\', '=', ';', '#', '\n', '\r', '\0', ' ', 'a', 'é', '👩‍👧');
  fc.assert(
    fc.property(
      fc.array(characters).map((parts) => parts.join('')),
      (value) => {
        const told = value.replace(/\r\n?/g, '\n').replaceAll('\0', '');
        expect(readValue(escapeValue(value))).toBe(told.endsWith('\\') ? `${told} ` : told);
      },
    ),
    { numRuns: 2000 },
  );
});

test('chapters are written in milliseconds', () => {
  expect(writeFfmetadata([{ title: 'a=b', beginMilliseconds: 0, endMilliseconds: 1500 }])).toBe(
    ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1500\ntitle=a\\=b\n',
  );
});

describe.each([
  ["the system's", system],
  ['the bundled', bundled],
])('%s ffmpeg', (_which, ffmpeg) => {
  test('reads back the titles of 200 chapters of awkward characters', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern metadata-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const awkward = fc.constantFrom(
      '\\',
      '\\\\',
      '=',
      ';',
      '#',
      "'",
      '"',
      ' ',
      '[CHAPTER]',
      'a',
      'é',
      'ש',
      '👩‍👧',
      '%',
      '&',
      '<',
    );
    const titles = fc.sample(
      fc.array(awkward, { minLength: 1, maxLength: 60 }).map((parts) => markTitle(parts.join('')) || 'x'),
      { seed: 7, numRuns: 200 },
    );
    const marks = titles.map((title, index) => ({
      title,
      beginMilliseconds: index * 10,
      endMilliseconds: (index + 1) * 10,
    }));
    const [chapters, file] = [join(folder, 'chapters'), join(folder, 'out.mka')];
    await writeFile(chapters, writeFfmetadata(marks));
    const sound = ['-f', 'lavfi', '-i', 'anullsrc=r=8000:cl=mono', '-t', '2'];
    await run(ffmpeg.path, [
      '-nostdin',
      '-v',
      'error',
      '-f',
      'ffmetadata',
      '-i',
      chapters,
      ...sound,
      '-c:a',
      'pcm_s16le',
      file,
    ]);
    const read = (await probe(file)).chapters.map(({ tags }) => tags['title']);
    expect(read).toEqual(titles.map((title) => (title.endsWith('\\') ? `${title} ` : title)));
  });
});
