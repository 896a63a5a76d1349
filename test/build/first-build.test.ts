/** A folder of Markdown becomes a book and an audiobook with one command. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { manifestSchema } from '../../pipeline/report/manifest.ts';
import { probe } from '../audio/probe.ts';
import { unzip } from '../epub/unzip.ts';
import { filesIn, useWorkplace } from '../helpers/workplace.ts';
import { epubCheck, epubCheckRuns } from '../tools/epubcheck.ts';
import { WebVTTParser } from 'webvtt-parser';
import { wordsIn } from '../captions/spoken.ts';
import { countingBook, showcase, showcaseTitles } from './small-books.ts';

const work = await useWorkplace();
const folder = join(work.out, 'the-harbour');

describe('a folder of chapters', () => {
  beforeAll(async () => {
    const publication = await work.publish('The Harbour!', showcase);
    const { code, stderr } = await work.build(publication);
    expect(stderr).not.toContain('error');
    expect(code).toBe(0);
  });

  test('becomes a folder of files, named for the publication, and nothing besides', async () => {
    expect(await readdir(work.out)).toEqual(['the-harbour']);
    expect(Object.keys(await filesIn(folder))).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'script.txt',
      'the-harbour.epub',
      'the-harbour.m4b',
      'the-harbour.mp3',
      'the-harbour.srt',
      'the-harbour.transcript.html',
      'the-harbour.transcript.txt',
      'the-harbour.vtt',
      'the-harbour.words.json',
    ]);
  });

  test('leaves nothing among the temporary files, nor where the program was started', async () => {
    expect(await readdir(work.temporary)).toEqual([]);
    expect(await readdir(work.cwd)).toEqual([]);
    expect(await readdir(join(work.home, 'store', 'temporary'))).toEqual([]);
  });

  test('is listed in a manifest whose digests, sizes and lengths are those of the files', async () => {
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    expect(manifest).toMatchObject({ publication: 'the-harbour', title: 'The harbour' });
    expect(manifest.files.map(({ name }) => name)).toEqual([
      'report.html',
      'report.json',
      'script.txt',
      'the-harbour.epub',
      'the-harbour.m4b',
      'the-harbour.mp3',
      'the-harbour.srt',
      'the-harbour.transcript.html',
      'the-harbour.transcript.txt',
      'the-harbour.vtt',
      'the-harbour.words.json',
    ]);
    for (const { name, bytes, sha256, seconds, tools } of manifest.files) {
      const content = await readFile(join(folder, name));
      expect({ name, bytes, sha256 }).toEqual({
        name,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      });
      expect(tools).toHaveProperty('lectern');
      if (!/\.m(4b|p3)$/.test(name)) continue;
      expect(tools).toMatchObject({ voices: { 'flite/rms': {} }, ffmpeg: {} });
      expect(Math.abs((await probe(join(folder, name))).format.duration - (seconds ?? 0))).toBeLessThan(0.1);
    }
  });

  test.runIf(epubCheckRuns)('makes a book in which EPUBCheck finds no error and no warning', async () => {
    const { faults, version } = await epubCheck(join(folder, 'the-harbour.epub'));
    expect(version).toBe('5.3.0');
    expect(faults).toEqual([]);
  });

  test.each(['m4b', 'mp3'])('makes an %s whose chapters have the words of the headings', async (format) => {
    const { chapters, format: container, streams } = await probe(join(folder, `the-harbour.${format}`));
    expect(chapters.map(({ tags }) => tags['title'])).toEqual(showcaseTitles);
    expect(container.tags).toMatchObject({ title: 'The harbour', artist: 'Ann Author' });
    expect(streams.filter(({ disposition }) => disposition.attached_pic === 1)).toHaveLength(1);
    // One after the other, from the beginning to the end.
    expect(chapters[0]?.start_time).toBe(0);
    for (const [index, { start_time }] of chapters.slice(1).entries()) {
      expect(start_time).toBeCloseTo(chapters[index]?.end_time ?? -1, 3);
    }
    expect(Math.abs((chapters.at(-1)?.end_time ?? 0) - container.duration)).toBeLessThan(0.1);
  });

  test('has captions at the times of its chapters, with the words of its transcript', async () => {
    const { chapters } = await probe(join(folder, 'the-harbour.m4b'));
    const vtt = await readFile(join(folder, 'the-harbour.vtt'), 'utf8');
    const { cues, errors } = new WebVTTParser().parse(vtt, 'captions');
    expect(errors).toEqual([]);
    for (const { start_time } of chapters) {
      const first = cues.find(({ startTime }) => startTime >= start_time - 0.002);
      expect(first?.startTime).toBeLessThan(start_time + 0.5);
    }
    const transcript = await readFile(join(folder, 'the-harbour.transcript.txt'), 'utf8');
    const shown = cues.map(({ text }) => text.replace(/^<v [^>]*>/, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')); // prettier-ignore
    expect(wordsIn(shown.join(' '))).toEqual(wordsIn(transcript));
  });

  test('shows captions, credits and attribution in the book', async () => {
    const entries = await unzip(await readFile(join(folder, 'the-harbour.epub')));
    const pages = entries
      .filter(({ name }) => name.endsWith('.xhtml'))
      .map(({ bytes }) => bytes.toString('utf8'));
    const text = pages
      .join('\n')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ');
    for (const words of [
      'The oldest boats of the harbour.',
      'Boats a year.',
      'Drawing: Ann Author',
      'CC BY 4.0',
      'In 2019 there were 50 boats',
      'The harbour log',
      'Used with the harbour master',
      'No boat was harmed.',
      'The sea does not care.The harbour master',
      'He has done so for years.',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain(':::');
  });

  test('writes the script in which what is spoken can be reviewed', async () => {
    const script = await readFile(join(folder, 'script.txt'), 'utf8');
    expect([...script.matchAll(/^# (.*)$/gm)].map(([, title]) => title)).toEqual(showcaseTitles);
    expect(script).toMatch(/announcement Figure\.\nalternative +Three boats on flat water\n/);
    const { stdout, code } = await work.run(['script', join(work.folder, 'publications', 'The Harbour!')]);
    expect(code).toBe(0);
    // Printed, it also says who speaks.
    expect(stdout).toBe(`Voice: kokoro/af_heart\n\n${script}`);
  });
});

test('a single Markdown file is a publication named for the file, titled by its first heading', async () => {
  const notes = await work.publish('notes', {
    'Field Notes.md': '---\nauthors: Bo\n---\n# A walk\n\n## Uphill\n\nSlow.\n\n## Downhill\n\nFast.\n',
    'other.md': '# Not asked for\n',
  });
  const { code } = await work.build(join(notes, 'Field Notes.md'), ['--only', 'epub,script']);
  expect(code).toBe(0);
  const made = join(work.out, 'field-notes');
  expect(Object.keys(await filesIn(made))).toEqual([
    'field-notes.epub',
    'manifest.json',
    'report.html',
    'report.json',
    'script.txt',
  ]);
  const script = await readFile(join(made, 'script.txt'), 'utf8');
  expect(script).toContain('heading      A walk\n');
  expect(script).toContain('# Uphill\n');
  expect(script).not.toContain('Not asked for');
});

test('a folder of publications is built whole, each into a folder of its own', async () => {
  await work.publish('shelf/first', countingBook(1, 1));
  await work.publish('shelf/second', { 'text.md': '# Alone\n\nNo metadata here.\n' });
  const out = join(work.folder, 'shelf-out');
  const shelf = join(work.folder, 'publications', 'shelf');
  const { code, stderr } = await work.run(['build', shelf, '--out', out, '--only', 'script']);
  expect(code).toBe(0);
  expect(stderr).toContain('[no-metadata]');
  expect(Object.keys(await filesIn(out))).toEqual([
    'first/manifest.json',
    'first/script.txt',
    'second/manifest.json',
    'second/script.txt',
  ]);
});

test('an edition that is made alone leaves the others as they were, in the folder and in the manifest', async () => {
  const publication = await work.publish('editions', countingBook(1, 1));
  const made = join(work.out, 'editions');
  expect((await work.build(publication, ['--only', 'epub'])).code).toBe(0);
  const before = await filesIn(made);
  expect((await work.build(publication, ['--only', 'script'])).code).toBe(0);
  const after = await filesIn(made);
  expect(Object.keys(after)).toEqual([
    'editions.epub',
    'manifest.json',
    'report.html',
    'report.json',
    'script.txt',
  ]);
  expect(after['editions.epub']).toBe(before['editions.epub']);
  const { files } = manifestSchema.parse(JSON.parse(after['manifest.json'] ?? ''));
  expect(files.map(({ edition }) => edition)).toEqual(['epub', 'report', 'report', 'script']);
});
