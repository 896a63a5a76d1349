import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import type { Book } from '../../pipeline/document/model.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import type { SoundTools } from '../../pipeline/graph/builds.ts';
import { markImagesOf, sectionsOf, tagsOf } from '../../pipeline/graph/tagging.ts';
import type { Metadata } from '../../pipeline/source/metadata.ts';
import type { Publication } from '../../pipeline/source/publication.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { readFixture } from '../helpers/read-fixture.ts';
import { writeFiles, type Files } from '../helpers/workplace.ts';
import { picture } from '../audio/tags/files.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-tagging-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function read(files: Files) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'publication.yaml': 'title: Book\nlanguage: en\n', ...files });
  const { book, script, problems } = await readFixture(folder);
  if (!book || !script) throw new Error(JSON.stringify(problems));
  return { book, script };
}

describe('the tags of a book', () => {
  const tagged = (metadata: Partial<Metadata>, language = 'en') =>
    tagsOf(
      { metadata: { title: 'T', authors: [], language, subjects: [], attribution: [], ...metadata } } as unknown as Publication, // prettier-ignore
      { language } as Book,
    );

  test('are what the author says, and that the voice is synthetic', () => {
    expect(
      tagged({
        title: 'A Book',
        subtitle: 'Second',
        authors: [{ name: 'Ann Doe', sortName: 'Doe, Ann' }, { name: 'Bo', role: 'author' }, { name: 'Eve', role: 'editor' }], // prettier-ignore
        narrator: 'Heart',
        publisher: 'Press',
        date: '2026-05',
        description: 'Words.',
        rights: '© Ann',
        series: { name: 'Series', position: '2' },
        isbn: '978-3-16-148410-0',
        subjects: ['Fiction', { name: 'Sea stories', scheme: 'BISAC', code: 'FIC047000' }],
      }),
    ).toEqual({
      title: 'A Book',
      titleSort: 'Book',
      subtitle: 'Second',
      authors: ['Ann Doe', 'Bo'],
      authorsSort: 'Doe, Ann; Bo',
      narrator: 'Heart (synthetic voice)',
      publisher: 'Press',
      date: '2026-05',
      description: 'Words.',
      rights: '© Ann',
      language: 'en',
      series: { name: 'Series', position: '2' },
      isbn: '9783161484100',
      subjects: ['Fiction', 'Sea stories'],
    });
  });

  test('hold nothing that the author does not say', () => {
    expect(tagged({})).toEqual({ title: 'T', authors: [], language: 'en', narrator: 'Synthetic voice' });
  });

  test.each([
    ['The', 'en', undefined],
    ['Theory', 'en', undefined],
    ['Die Welle', 'de', 'Welle'],
    ['Die Hard', 'en', undefined],
    ['L’Étranger', 'fr-CA', 'Étranger'],
    ['La casa', 'es', 'casa'],
    ['La casa', 'it', undefined],
  ])('%s in %s is sorted as %s', (title, language, titleSort) => {
    expect(tagged({ title }, language).titleSort).toBe(titleSort);
  });

  test('an ISBN may stand in the identifier', () => {
    expect(tagged({ identifier: 'urn:isbn:9783161484100' }).isbn).toBe('9783161484100');
    expect(tagged({ identifier: '9783161484100' }).isbn).toBeUndefined();
  });
});

describe('the sections that get marks', () => {
  const files = {
    '1.md':
      '# One\n\nText.\n\n## A *first* part. With two sentences\n\nText.\n\n### Deep\n\nText.\n\n## B\n\nText.\n',
    '2.md': '# Two\n\nText.\n\n::: aside\n## Inside\n:::\n\n## C\n\nText.\n',
  };

  test('are none at depth 1, those below chapters at 2, and those in them at 3', async () => {
    const { book } = await read(files);
    const shown = (depth: number) => sectionsOf(book, depth).map(({ title, level }) => [level, title]);
    expect(shown(1)).toEqual([]);
    expect(shown(2).filter(([, title]) => title !== 'Inside')).toEqual([
      [2, 'A first part. With two sentences'],
      [2, 'B'],
      [2, 'C'],
    ]);
    expect(shown(3)).toContainEqual([3, 'Deep']);
    expect(shown(6)).toEqual(shown(3));
  });

  test('refer to what is spoken of their headings, in their chapters', async () => {
    const { book, script } = await read(files);
    const sections = sectionsOf(book, 6);
    expect(sections.length).toBeGreaterThanOrEqual(4);
    for (const { chapter, targets } of sections) {
      const spoken = script.chapters.find(({ id }) => id === chapter)?.utterances ?? [];
      const headings = spoken.filter(({ target = '' }) => targets.includes(target));
      expect(headings.length).toBe(targets.length);
      expect(targets.length).toBeGreaterThan(0);
    }
  });
});

test('pictures of marks are those that follow headings or open a chapter, small, and no drawings', async () => {
  const folder = await temporaryFolder();
  const png = await picture(folder, 'png');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>';
  const { book } = await read({
    '1.md': '# One\n\n![Red](red.png)\n\nText.\n\n![Red again](red.png)\n\n## A\n\n![Red](red.png)\n',
    '2.md': '# Two\n\nText.\n\n![Red](red.png)\n',
    '3.md': '# Three\n\n![Drawn](drawn.svg)\n',
    'red.png': png,
    'drawn.svg': svg,
  });
  const [one] = book.chapters.filter(({ title }) => title === 'One');
  const store = await openStore(join(folder, 'store'));
  await store.blobs.write([png]);
  const tools: SoundTools = { ffmpeg: await findFfmpeg({ environment: process.env }), speech: createSpeechTools([]) }; // prettier-ignore
  const images = (depth: number) =>
    runBuild({ store, tools }, (build) => markImagesOf(build, book, depth, 2));
  expect([...(await images(1)).keys()]).toEqual([one?.id]);
  const both = await images(2);
  expect([...both.keys()]).toEqual([one?.id, one?.sections[0]?.id]);
  const small = both.get(one?.id ?? '');
  expect(small?.mediaType).toBe('image/jpeg');
  const bytes = small && (await store.blobs.readAll(small.image));
  expect(imageSize(bytes ?? new Uint8Array())).toMatchObject({ type: 'jpg', width: 32, height: 32 });
});
