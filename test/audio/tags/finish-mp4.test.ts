import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterMarks } from '../../../pipeline/audio/chapter-marks.ts';
import { probe } from '../probe.ts';
import { awkwardTitles, fewTags, finished, fullTags, marksOf, packedMp4, picture, soundOf, temporaryFolder } from './files.ts'; // prettier-ignore
import { hasMutagen, readMp4 } from './mutagen.ts';

describe('the tags of a finished M4B', () => {
  test('are read by ffprobe, as Audiobookshelf reads them, and none of ffmpeg’s is left', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two'], 1000);
    const cover = { bytes: await picture(folder, 'mjpeg'), mediaType: 'image/jpeg' };
    const file = await finished(folder, await packedMp4(folder, marks), { tags: fullTags, marks, cover });
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
    expect(format.tags['show']).toBeUndefined();
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
    const file = await finished(folder, await packedMp4(folder, marks), { tags: fullTags, marks, cover });
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
    const file = await finished(folder, await packedMp4(folder, marks), { tags: fewTags, marks });
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

describe('the chapters of a finished M4B', () => {
  test.each([3, 255, 256, 400])('%i are all there, for who reads either list', async (count) => {
    const folder = await temporaryFolder();
    const marks = marksOf(
      Array.from({ length: count }, (_, index) => `No ${index}`),
      50,
    );
    const file = await finished(folder, await packedMp4(folder, marks), { tags: fewTags, marks });
    const { chapters } = await probe(file);
    expect(chapters.map(({ tags }) => tags['title'])).toEqual(marks.map(({ title }) => title));
    expect(chapters.at(-1)?.start_time).toBeCloseTo((count - 1) * 0.05, 6);
    expect((await readFile(file)).includes('chpl')).toBe(count <= 255);
    if (hasMutagen) expect((await readMp4(file)).chapters).toHaveLength(count <= 255 ? count : 0);
  });

  test('awkward titles are read as they are, or as they had to be cut', async () => {
    const folder = await temporaryFolder();
    const { marks } = chapterMarks(
      awkwardTitles.map((title, index) => ({
        id: `c${index}`,
        title,
        sampleRate: 8000,
        samples: 4000,
        clips: [],
      })),
    );
    const file = await finished(folder, await packedMp4(folder, marks), { tags: fewTags, marks });
    const wanted = awkwardTitles.with(1, `${'x'.repeat(252)}…`).with(4, '5');
    expect((await probe(file)).chapters.map(({ tags }) => tags['title'])).toEqual(wanted);
    if (hasMutagen) expect((await readMp4(file)).chapters.map(([, title]) => title)).toEqual(wanted);
  });
});

describe('the sound', () => {
  test.each([
    ['in front', []],
    ['behind the description', ['-movflags', '+faststart']],
    ['in many chunks', ['-max_interleave_delta', '1']],
  ])('that lay %s is the same, byte for byte, with the description first', async (_where, options) => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two', 'Three'], 3000);
    const packed = await packedMp4(folder, marks, options);
    const file = await finished(folder, packed, { tags: fullTags, marks });
    expect(await soundOf(file)).toEqual(await soundOf(packed));
    const bytes = await readFile(file);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect((await probe(file)).format.duration).toBe((await probe(packed)).format.duration);
  });

  test('is the same whatever tags stand before it', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One', 'Two'], 700);
    const packed = await packedMp4(folder, marks);
    const before = await soundOf(packed);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 3000 }),
        fc.nat(100_000),
        async (title, bytes) => {
          const cover = { bytes: Buffer.alloc(bytes, 7), mediaType: 'image/jpeg' };
          const file = await finished(folder, packed, { tags: { ...fewTags, title }, marks, cover });
          expect(await soundOf(file)).toEqual(before);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('finishing twice gives the same as once', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One'], 700);
    const finish = { tags: fullTags, marks };
    const once = await readFile(await finished(folder, await packedMp4(folder, marks), finish));
    const again = join(folder, 'again.m4b');
    await writeFile(again, once);
    expect(await readFile(await finished(folder, again, finish))).toEqual(once);
  });
});

describe('what is no whole MP4 file is an error that says so', () => {
  test('a file that is cut off', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One'], 700);
    const packed = await packedMp4(folder, marks);
    await truncate(packed, (await readFile(packed)).length - 5);
    await expect(finished(folder, packed, { tags: fewTags, marks })).rejects.toThrow(
      'The MP4 file ends in its box “moov”.',
    );
  });

  test('a file in fragments', async () => {
    const folder = await temporaryFolder();
    const marks = marksOf(['One'], 700);
    const packed = await packedMp4(folder, marks, ['-movflags', '+frag_keyframe+empty_moov']);
    await expect(finished(folder, packed, { tags: fewTags, marks })).rejects.toThrow('is in fragments');
  });

  test('another file', async () => {
    const folder = await temporaryFolder();
    const other = join(folder, 'other');
    await writeFile(other, Buffer.from('\0\0\0\x10freeeeeeeeee', 'latin1'));
    await expect(finished(folder, other, { tags: fewTags, marks: [] })).rejects.toThrow(
      'is no MP4 file of sound: it has not one “ftyp”.',
    );
  });
});
