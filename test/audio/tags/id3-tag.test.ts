import { writeFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import NodeId3 from 'node-id3';
import { describe, expect, test } from 'vitest';
import { type ChapterMark } from '../../../pipeline/audio/chapter-marks.ts';
import { tagOf } from '../../../pipeline/audio/tags/id3-frames.ts';
import { id3Tag } from '../../../pipeline/audio/tags/id3-tag.ts';
import { probe } from '../probe.ts';
import {
  awkwardMarks,
  awkwardTitles,
  bareMp3,
  fewTags,
  fullTags,
  marksOf,
  picture,
  temporaryFolder,
} from './files.ts';
import { hasMutagen, readMp3, type Id3Frame } from './mutagen.ts';

async function tagged(...given: Parameters<typeof id3Tag>): Promise<string> {
  const folder = await temporaryFolder();
  const file = join(folder, 'tagged.mp3');
  await writeFile(file, [id3Tag(...given), await readFile(await bareMp3(folder, 1))]);
  return file;
}

describe('the tags of an MP3', () => {
  test('are read by ffprobe, as Audiobookshelf reads them', async () => {
    const { format } = await probe(await tagged(fullTags, [], 1));
    expect(format.tags).toMatchObject({
      title: fullTags.title,
      TIT3: fullTags.subtitle,
      album: fullTags.title,
      artist: 'Ann Ångström, Bob Doe',
      album_artist: 'Ann Ångström, Bob Doe',
      composer: fullTags.narrator,
      publisher: 'A press',
      date: '2026-05-04',
      genre: 'Audiobook; Fiction; Seas, oceans',
      copyright: '© 2026 Ann',
      comment: fullTags.description,
      language: 'deu',
      'title-sort': 'Sea; a story',
      'album-sort': 'Waters 03 - The Sea; a story',
      'artist-sort': 'Ångström, Ann; Doe, Bob',
      TSO2: 'Ångström, Ann; Doe, Bob',
      SERIES: 'Waters',
      'SERIES-PART': '3',
      ISBN: '9783161484100',
      NARRATOR: fullTags.narrator,
      SUBTITLE: fullTags.subtitle,
    });
  });

  test.skipIf(!hasMutagen)('are read by mutagen, as ID3v2.3, with the cover', async () => {
    const bytes = await picture(await temporaryFolder(), 'mjpeg');
    const { version, frames } = await readMp3(
      await tagged(fullTags, [], 61.5, { bytes, mediaType: 'image/jpeg' }),
    );
    expect(version).toEqual([2, 3, 0]);
    const texts = Object.fromEntries(Object.entries(frames).map(([key, { text }]) => [key, text?.[0]]));
    expect(texts).toMatchObject({
      TYER: '2026',
      TDAT: '0405',
      TLAN: 'deu',
      TLEN: '61500',
      MVNM: 'Waters',
      MVIN: '3',
      'COMM::deu': fullTags.description,
    });
    expect(frames['APIC:']).toMatchObject({ type: 3, mime: 'image/jpeg', bytes: bytes.length });
  });

  test('that a book does not have are left out', () => {
    const { raw } = NodeId3.read(Buffer.from(id3Tag(fewTags, [], 1)));
    expect(raw).toEqual({ TIT2: 'T', TALB: 'T', TCON: 'Audiobook', TLAN: 'eng', TLEN: '1000' });
  });

  test('a position between two volumes is no movement, and a volume of two digits comes after those of one', () => {
    const between = { ...fewTags, series: { name: 'S', position: '10.5' } };
    const { raw } = NodeId3.read(Buffer.from(id3Tag(between, [], 1))) as { raw: Record<string, unknown> };
    expect([raw['MVIN'], raw['TSOA']]).toEqual([undefined, 'S 10.5 - T']);
  });

  test('of 256 MB or more are an error', () => {
    const part = Buffer.alloc(2 ** 24);
    expect(() => tagOf(Array.from({ length: 16 }, () => part))).toThrow('these are 256 MB.');
  });
});

const names = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => `ch${first + index}`); // prettier-ignore

describe.skipIf(!hasMutagen)('the chapters of an MP3', () => {
  const tablesOf = (frames: Readonly<Record<string, Id3Frame>>) =>
    Object.values(frames)
      .filter(({ child_element_ids: children }) => children !== undefined)
      .map(({ element_id: id, flags, child_element_ids: children, inside }) => [
        id,
        flags,
        children,
        inside?.['TIT2']?.text?.[0],
      ]);

  test('are one table where they do not nest', async () => {
    const { frames } = await readMp3(await tagged(fewTags, marksOf(['A', 'B', 'C'], 1000), 3));
    expect(tablesOf(frames)).toEqual([['toc', 3, names(0, 2), undefined]]);
    expect(frames['CHAP:ch1']).toMatchObject({ start_time: 1000, end_time: 2000 });
  });

  test('400 are all there, in tables of at most 255', async () => {
    const titles = Array.from({ length: 400 }, (_, index) => `No ${index}`);
    const file = await tagged(fewTags, marksOf(titles, 10), 4);
    expect((await probe(file)).chapters.map(({ tags }) => tags['title'])).toEqual(titles);
    const { frames } = await readMp3(file);
    expect(Object.keys(frames).filter((key) => key.startsWith('CHAP:'))).toHaveLength(400);
    expect(tablesOf(frames)).toEqual([
      ['toc', 3, ['toc1', 'toc2'], undefined],
      ['toc1', 1, names(0, 254), undefined],
      ['toc2', 1, names(255, 399), undefined],
    ]);
  });

  test('sections lie in tables below their chapters, which last until the next chapter', async () => {
    const marks = marksOf([[1, 'A'], [2, 'A.1'], [3, 'A.1.a'], [2, 'A.2'], [1, 'B'], [3, 'B.deep']], 1000); // prettier-ignore
    const { frames } = await readMp3(await tagged(fewTags, marks, 6));
    expect(tablesOf(frames)).toEqual([
      ['toc', 3, ['ch0', 'ch0toc', 'ch4', 'ch4toc'], undefined],
      ['ch0toc', 1, ['ch1', 'ch1toc', 'ch3'], 'A'],
      ['ch1toc', 1, ['ch2'], 'A.1'],
      ['ch4toc', 1, ['ch5'], 'B'],
    ]);
    const times = marks.map((_, index) => {
      const { start_time: begin, end_time: end } = frames[`CHAP:ch${index}`] ?? {};
      return [begin, end];
    });
    expect(times).toEqual([[0, 4000], [1000, 3000], [2000, 3000], [3000, 4000], [4000, 6000], [5000, 6000]]); // prettier-ignore
  });

  test('65 026 sections of a chapter need tables of tables of tables', () => {
    const marks = marksOf([[1, 'A'], ...Array.from({ length: 65_026 }, () => [2, 'x'] as const)], 1);
    const tables = NodeId3.read(Buffer.from(id3Tag(fewTags, marks, 66))).tableOfContents ?? [];
    const sizes = new Map(tables.map(({ elementID, elements }) => [elementID, elements?.length]));
    expect(sizes.get('toc')).toBe(2);
    expect(sizes.get('ch0toc')).toBe(2);
    const listed = tables.flatMap(({ elements }) => elements ?? []);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((id) => /^ch\d+$/.test(id))).toHaveLength(65_027);
    expect([...sizes.keys()].filter((id) => id !== 'toc' && !listed.includes(id))).toEqual([]);
    expect(Math.max(...[...sizes.values()].map((size) => size ?? 0))).toBeLessThanOrEqual(255);
  });

  test('awkward titles are read as they are, or as they had to be cut', async () => {
    const marks = awkwardMarks();
    const file = await tagged({ ...fewTags, title: awkwardTitles.join(' ') }, marks, 3);
    const { frames } = await readMp3(file);
    const read = marks.map((_, index) => frames[`CHAP:ch${index}`]?.inside?.['TIT2']?.text?.[0]);
    expect(read).toEqual(awkwardTitles.with(1, `${'x'.repeat(252)}…`).with(4, '5'));
    expect((await probe(file)).chapters.map(({ tags }) => tags['title'])).toEqual(read);
    expect(frames['TIT2']?.text?.[0]).toBe(awkwardTitles.join(' ').replace(/[ \n\0]+/g, ' '));
  });

  test('a picture stands with the mark that has one', async () => {
    const bytes = await picture(await temporaryFolder(), 'png');
    const image = { image: { sha256: 'a'.repeat(64), bytes: bytes.length }, mediaType: 'image/png' as const };
    const marks: readonly ChapterMark[] = marksOf(['A', 'B'], 500).map((mark, index) => (index === 1 ? { ...mark, image } : mark)); // prettier-ignore
    const { frames } = await readMp3(
      await tagged(fewTags, marks, 1, undefined, new Map([[image.image.sha256, bytes]])),
    );
    expect(frames['CHAP:ch0']?.inside?.['APIC:']).toBeUndefined();
    expect(frames['CHAP:ch1']?.inside?.['APIC:']).toMatchObject({ mime: 'image/png', bytes: bytes.length });
  });
});
