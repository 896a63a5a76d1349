/** What is judged of a podcast before anything is spoken for it. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { AuthorProblemsError } from '../../pipeline/problem.ts';
import { makePodcast } from './podcasts.ts';

const metadata = 'title: A\nauthors: B\nlanguage: en\n';
const base = 'baseUrl: https://example.org/a';
const chapters = { '1.md': '# One\n\nText.\n', '2.md': '# Two\n\nText.\n' };
const make = (podcast: string, files: Parameters<typeof makePodcast>[0] = chapters, more = '') =>
  makePodcast({ 'publication.yaml': `${metadata}${more}podcast:\n  ${base}\n${podcast}`, ...files });
const datesOf = (feed: string) =>
  [...feed.matchAll(/<pubDate>([^<]*)</g)].map(([, at]) => new Date(at ?? '').toISOString().slice(0, 16));

describe('chapters', () => {
  test('are called after their files, and a title moves none of them', async () => {
    const { plan } = await make(
      '  episodes: both\n',
      {
        'Part One/1 Ärger & Spaß.md': '# Retitled\n\nText.\n',
        'Part One/my-book.md': '# Two\n\nText.\n',
        'my-book.md': '# Three\n\nText.\n',
        'interlude.md': '# Only a heading\n',
      },
      'chapters: [Part One/1 Ärger & Spaß.md, Part One/my-book.md, my-book.md, interlude.md]\ndate: 2026\n',
    );
    expect(plan.bookStem).toBe('my-book');
    expect(plan.chapters.map(({ number, stem, title, opening }) => [number, stem, title, opening])).toEqual([
      [1, 'part-one-1-arger-spa', 'Retitled', 'Text.'],
      [2, 'part-one-my-book', 'Two', 'Text.'],
      [3, 'my-book-2', 'Three', 'Text.'],
    ]);
  });

  test('have the dates of their files, of the settings, or of the schedule', async () => {
    const files = { ...chapters, '1.md': '---\npublished: 2027-03-01\n---\n\n# One\n\nText.\n' };
    const dated = '  episodes: chapters\n  dates: { 1.md: 2025, 2.md: 2027-03-09T12:30:00Z }\n';
    expect(datesOf((await make(dated, files)).text('feed.xml'))).toEqual([
      '2027-03-09T12:30',
      '2027-03-01T00:00',
    ]);
    const scheduled = '  episodes: chapters\n  schedule: { every: 3 days }\n';
    expect(datesOf((await make(scheduled, chapters, 'date: 2026-02-27\n')).text('feed.xml'))).toEqual([
      '2026-03-02T00:00',
      '2026-02-27T00:00',
    ]);
  });
});

test('without any date the author is told, and the feed has none', async () => {
  const made = await make('  episodes: book\n');
  expect(made.problems).toMatchObject([
    { code: 'podcast-date-missing', severity: 'warning', place: { file: 'publication.yaml', line: 5 } },
  ]);
  expect(made.problems).toHaveLength(1);
  expect(made.text('feed.xml')).not.toContain('pubDate');
});

describe('the author’s picture', () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#204060' } });
  const withPicture = async (name: string, content: Promise<Buffer> | string) =>
    make(`  artwork: ${name}\n`, { ...chapters, 'art.png': await content }, 'date: 2026\n');

  test('is the podcast’s', async () => {
    const png = picture(1500, 1500).png().toBuffer();
    const made = await withPicture('art.png', png);
    expect(made.bytes('podcast/artwork.png')).toEqual(await png);
    expect(made.text('feed.xml')).toContain(
      '<itunes:image href="https://example.org/a/podcast/artwork.png"/>',
    );
    expect(made.problems).toEqual([]);
  });

  test('without one the cover is, as a square', async () => {
    const made = await make('', chapters, 'date: 2026\n');
    expect(await sharp(made.bytes('podcast/artwork.jpg')).metadata()).toMatchObject({
      format: 'jpeg', width: 1600, height: 1600, channels: 3,
    }); // prettier-ignore
    expect(made.text('feed.xml')).toContain('artwork.jpg 1600w');
  });

  const refused: readonly (readonly [name: string, content: () => Promise<Buffer> | string, code: string])[] =
    [
      ['art.png', () => picture(1500, 1400).png().toBuffer(), 'podcast-artwork'],
      ['art.png', () => picture(600, 600).png().toBuffer(), 'podcast-artwork'],
      ['art.png', () => picture(1500, 1500).webp().toBuffer(), 'podcast-artwork'],
      ['art.png', () => 'no picture', 'image-unreadable'],
      ['other.png', () => 'x', 'image-missing'],
      ['../art.png', () => 'x', 'image-outside'],
    ];
  test.each(refused)(
    '%s is refused where it is named if it cannot be used, and no others',
    async (name, content, code) => {
      const making = withPicture(name, content());
      await expect(making).rejects.toThrow(AuthorProblemsError);
      await expect(making).rejects.toMatchObject({
        problems: [{ code, severity: 'error', place: { file: 'publication.yaml', line: 7 } }],
      });
    },
  );

  test('at an address is refused: nothing is loaded', async () => {
    await expect(withPicture('https://example.org/art.png', 'x')).rejects.toMatchObject({
      problems: [{ code: 'image-remote' }, { code: 'podcast-artwork' }],
    });
  });
});
