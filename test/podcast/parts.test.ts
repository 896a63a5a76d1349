/** The parts of a podcast that need no publication. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { artworkFault, fitArtwork } from '../../pipeline/podcast/artwork.ts';
import { bookDate, chapterDate, rssDate } from '../../pipeline/podcast/dates.ts';
import { episodeGuid, podcastGuid } from '../../pipeline/podcast/guids.ts';
import { htmlNotes, plainNotes, shortened } from '../../pipeline/podcast/notes.ts';
import { contextOf, memoryBlobs } from '../epub/memory-blobs.ts';

describe('identities', () => {
  test('the podcast’s is that of the namespace’s own example', () => {
    expect(podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml')).toBe(
      '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    );
    expect(podcastGuid('http://mp3s.nashownotes.com/pc20rss.xml/')).toBe(
      podcastGuid('https://mp3s.nashownotes.com/pc20rss.xml'),
    );
  });

  test('episodes differ by publication, file and chapter of the file, and never change', () => {
    const guids = [
      episodeGuid('urn:isbn:9783161484100', undefined),
      episodeGuid('urn:isbn:9783161484100', { file: '01.md', part: 1 }),
      episodeGuid('urn:isbn:9783161484100', { file: '01.md', part: 2 }),
      episodeGuid('urn:isbn:9783161484100', { file: '02.md', part: 1 }),
      episodeGuid('another', { file: '01.md', part: 1 }),
    ];
    expect(new Set(guids).size).toBe(guids.length);
    // Whoever changes this makes every subscriber load every episode again.
    expect(guids.slice(0, 2)).toEqual([
      'urn:uuid:d7dab9ae-7599-53fe-99a1-882a130f4877',
      'urn:uuid:f8dd70ff-800d-5171-b708-04d410d656bf',
    ]);
  });
});

describe('dates', () => {
  test('chapters that are out at once are a minute apart', () => {
    const dates = [0, 1, 2].map((index) => chapterDate({ index }, { start: '2026' }));
    expect(dates).toEqual(['2026-01-01T00:00:00Z', '2026-01-01T00:01:00Z', '2026-01-01T00:02:00Z']);
  });

  test('a schedule counts days of 24 hours from an instant', () => {
    const calendar = { start: '2026-10-24T18:30:00Z', days: 7 };
    expect(chapterDate({ index: 2 }, calendar)).toBe('2026-11-07T18:30:00Z');
  });

  test('the author’s own date goes before the schedule', () => {
    expect(chapterDate({ index: 5, published: '2027-02' }, { start: '2026', days: 1 })).toBe(
      '2027-02-01T00:00:00Z',
    );
  });

  test('without any date there is none', () => {
    expect(chapterDate({ index: 0 }, {})).toBeUndefined();
    expect(bookDate([], {})).toBeUndefined();
  });

  test('the whole book is out after its last chapter, whatever their order', () => {
    expect(bookDate(['2026-03-01T00:00:00Z', undefined, '2026-01-01T00:00:00Z'], { start: '2025' })).toBe(
      '2026-03-01T00:01:00Z',
    );
    expect(bookDate([], { start: '2026-11-20' })).toBe('2026-11-20T00:00:00Z');
  });

  test('are written as RSS wants them', () => {
    expect(rssDate('2026-11-05T09:00:00Z')).toBe('Thu, 05 Nov 2026 09:00:00 GMT');
  });
});

describe('notes', () => {
  const notes = {
    about: 'One.\n\nTwo & three.',
    narratedBy: 'Narrated by a synthetic voice.',
    marks: [
      { at: '0:00', title: 'A' },
      { at: '1:02:03', title: 'B' },
    ],
    rights: '© Ada',
    licence: { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
    direction: 'rtl',
  } as const;

  test('say what it is about, where what is, who narrates and whose it is', () => {
    expect(htmlNotes(notes)).toBe(
      [
        '<p dir="rtl">One.</p>',
        '<p dir="rtl">Two &#x26; three.</p>',
        '<ul dir="rtl"><li>0:00 A</li><li>1:02:03 B</li></ul>',
        '<p dir="rtl">Narrated by a synthetic voice.</p>',
        '<p dir="rtl">© Ada</p>',
        '<p dir="rtl"><a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a></p>',
      ].join('\n'),
    );
  });

  test('in plain text are no longer than directories show, and still say who narrates', () => {
    const text = plainNotes({ ...notes, about: 'word '.repeat(2000) });
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/word…\n\nNarrated by a synthetic voice\.$/);
  });

  test('are cut at a word, and never inside a character', () => {
    expect(shortened('We came at noon, and left.', 17)).toBe('We came at noon…');
    expect(shortened('We came.', 8)).toBe('We came.');
    expect(shortened('🎉🎉🎉🎉', 4)).toBe('🎉…');
  });
});

describe('artwork', () => {
  const image = (width: number, height = width) => ({ mediaType: 'image/png', width, height });

  test('is square, large enough, and PNG or JPEG', () => {
    expect(artworkFault(image(1400))).toBeUndefined();
    expect(artworkFault(image(9000))).toBeUndefined();
    expect(artworkFault(image(1600, 1601))).toBe('is not square: it has 1600 × 1601 pixels');
    expect(artworkFault(image(1399))).toBe(
      'has 1399 × 1399 pixels, and directories want at least 1400 × 1400',
    );
    expect(artworkFault({ ...image(2000), mediaType: 'image/webp' })).toBe('is neither PNG nor JPEG');
  });

  const fit = async (bytes: Buffer, mediaType: 'image/png' | 'image/jpeg') => {
    const blobs = memoryBlobs();
    const made = await fitArtwork.run({ image: blobs.put(bytes), mediaType }, contextOf(blobs));
    return { made, bytes: 'image' in made ? blobs.get(made.image) : undefined };
  };
  const colour = (channels: 3 | 4, side = 1400) =>
    sharp({
      create: { width: side, height: side, channels, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    });

  test('that keeps the rule stays as it is', async () => {
    const png = await colour(3).png().toBuffer();
    expect(await fit(png, 'image/png')).toMatchObject({
      made: { mediaType: 'image/png', side: 1400 },
      bytes: png,
    });
  });

  test.each([
    ['too large', () => colour(3, 3200).jpeg(), 'image/jpeg', 3000],
    ['transparent', () => colour(4).png(), 'image/png', 1400],
    ['for print', () => colour(3).toColourspace('cmyk').jpeg(), 'image/jpeg', 1400],
    ['on its side', () => colour(3).withMetadata({ orientation: 6 }).jpeg(), 'image/jpeg', 1400],
    ['grey', () => colour(3).toColourspace('b-w').png(), 'image/png', 1400],
  ] as const)('that is %s becomes a JPEG that keeps it', async (_, make, mediaType, side) => {
    const { made, bytes } = await fit(await make().toBuffer(), mediaType);
    expect(made).toMatchObject({ mediaType: 'image/jpeg', side });
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'jpeg', width: side, height: side, space: 'srgb', channels: 3, hasAlpha: false,
    }); // prettier-ignore
  });

  test('that is damaged is the author’s to know', async () => {
    const whole = await colour(3).png().toBuffer();
    expect((await fit(whole.subarray(0, 20), 'image/png')).made).toMatchObject({
      fault: expect.stringMatching(/^cannot be read: /) as string,
    });
  });
});
