import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { probe } from '../probe.ts';
import { awkwardMarks, awkwardTitles, fewTags, fullTags, marksOf, picture, soundOf, temporaryFolder, writeM4b } from './files.ts'; // prettier-ignore
import { hasMutagen, readMp4 } from './mutagen.ts';

describe('the tags of an M4B', () => {
  test('are read by ffprobe, as Audiobookshelf reads them', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two'], 1000);
    const cover = { bytes: await picture(folder, 'mjpeg'), mediaType: 'image/jpeg' };
    const file = await writeM4b(folder, { tags: fullTags, marks, cover });
    const { format, streams } = await probe(file);
    expect(format.tags).toMatchObject({
      major_brand: 'M4B ',
      title: fullTags.title,
      album: fullTags.title,
      artist: 'Ann Ångström, Bob Doe',
      album_artist: 'Ann Ångström, Bob Doe',
      composer: fullTags.narrator,
      date: '2026-05-04',
      genre: 'Audiobook; Fiction; Seas, oceans',
      copyright: '© 2026 Ann',
      comment: fullTags.description,
      synopsis: fullTags.description,
      media_type: '2',
      gapless_playback: '1',
      sort_name: 'Sea; a story',
      sort_album: 'Waters 03 - The Sea; a story',
      sort_artist: 'Ångström, Ann; Doe, Bob',
      sort_album_artist: 'Ångström, Ann; Doe, Bob',
      SERIES: 'Waters',
      'SERIES-PART': '3',
      ISBN: '9783161484100',
      SUBTITLE: fullTags.subtitle,
      NARRATOR: fullTags.narrator,
      PUBLISHER: 'A press',
      LANGUAGE: 'de-AT',
    });
    expect(Buffer.byteLength(format.tags['description'] ?? '')).toBeLessThanOrEqual(255);
    expect(streams.find(({ disposition }) => disposition.attached_pic === 1)).toMatchObject({
      codec_name: 'mjpeg',
      width: 32,
    });
  });

  test.skipIf(!hasMutagen)('are read by mutagen', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two'], 1000);
    const bytes = await picture(folder, 'png');
    const cover = { bytes, mediaType: 'image/png' };
    const file = await writeM4b(folder, { tags: fullTags, marks, cover });
    const { tags, chapters } = await readMp4(file);
    expect(tags).toMatchObject({
      '©nam': [fullTags.title],
      '©nrt': [fullTags.narrator],
      '©wrt': [fullTags.narrator],
      '©pub': ['A press'],
      '©mvn': ['Waters'],
      '©mvi': [3],
      shwm: [1],
      stik: [2],
      pgap: true,
      covr: [{ format: 14, bytes: bytes.length }],
      '----:com.apple.iTunes:SERIES-PART': ['3'],
      '----:com.apple.iTunes:ISBN': ['9783161484100'],
    });
    expect(chapters).toEqual([[0, 'One'], [1, 'Two']]); // prettier-ignore
  });

  test('that a book does not have are left out', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One'], 1000);
    const file = await writeM4b(folder, { tags: fewTags, marks });
    const { major_brand, minor_version, compatible_brands, ...tags } = (await probe(file)).format.tags;
    expect([major_brand, minor_version, compatible_brands]).not.toContain(undefined);
    expect(tags).toEqual({
      title: 'T',
      album: 'T',
      genre: 'Audiobook',
      media_type: '2',
      gapless_playback: '1',
      LANGUAGE: 'en',
    });
  });
});

describe('the chapters of an M4B', () => {
  test.each([3, 255, 256, 400])('%i are all there, for who reads either list', async (count) => {
    const folder = await temporaryFolder();
    const marks = marksOf(
      Array.from({ length: count }, (_, index) => `No ${index}`),
      50,
    );
    const file = await writeM4b(folder, { tags: fewTags, marks });
    const { chapters } = await probe(file);
    expect(chapters.map(({ tags }) => tags['title'])).toEqual(marks.map(({ title }) => title));
    expect(chapters.at(-1)?.start_time).toBeCloseTo((count - 1) * 0.05, 6);
    expect((await readFile(file)).includes('chpl')).toBe(count <= 255);
    if (hasMutagen) expect((await readMp4(file)).chapters).toHaveLength(count <= 255 ? count : 0);
  });

  test('awkward titles are read as they are, or as they had to be cut', async () => {
    const folder = await temporaryFolder();
    const marks = awkwardMarks();
    const file = await writeM4b(folder, { tags: fewTags, marks });
    const wanted = awkwardTitles.with(1, `${'x'.repeat(252)}…`).with(4, '5');
    expect((await probe(file)).chapters.map(({ tags }) => tags['title'])).toEqual(wanted);
    if (hasMutagen) expect((await readMp4(file)).chapters.map(([, title]) => title)).toEqual(wanted);
  });
});

describe('the sound', () => {
  test('is the same, byte for byte, whatever tags and chapters stand before it', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two'], 700);
    const before = await soundOf(await writeM4b(folder, { tags: fewTags, marks }));
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.nat(100_000),
        fc.boolean(),
        async (title, bytes, isMarked) => {
          const cover = { bytes: Buffer.alloc(bytes, 7), mediaType: 'image/jpeg' };
          const marked = isMarked ? marks : marksOf(['All'], 1400);
          const file = await writeM4b(folder, { tags: { ...fewTags, title }, marks: marked, cover });
          expect(await soundOf(file)).toEqual(before);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('stands behind its description, and lasts as long as it is heard', async () => {
    const folder = await temporaryFolder();
    const file = await writeM4b(folder, { tags: fullTags, marks: marksOf(['One', 'Two', 'Three'], 3000) });
    const bytes = await readFile(file);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    // Frames of 1024 samples: the tone's last is not full.
    expect(Math.abs((await probe(file)).format.duration - 9)).toBeLessThan(0.26);
  });
});
