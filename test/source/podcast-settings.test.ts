import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import { podcastCategory } from '../../pipeline/source/podcast-categories.ts';
import { readPublication } from '../../pipeline/source/read-publication.ts';
import { writeFiles, type Files } from '../helpers/workplace.ts';

const metadata = 'title: A\nauthors: B\nlanguage: en\n';
async function read(podcast: string, files: Files = { '1.md': '# One\n\nText.\n' }) {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-settings-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, { 'publication.yaml': `${metadata}${podcast}`, ...files });
  const [found] = (await findPublications(folder)).found;
  if (!found) throw new Error('There is no publication.');
  const { publication, problems } = await readPublication(found, () => undefined);
  return {
    publication,
    settings: publication?.settings.podcast,
    problems: problems.map(
      ({ code, place, message }) => `${place.file}:${place.line ?? 0} ${code} ${message}`,
    ),
  };
}

test('a publication that says nothing of a podcast has no settings for one', async () => {
  expect(await read('')).toMatchObject({ settings: undefined, problems: [] });
});

test('everything that may be set', async () => {
  const { settings, problems, publication } = await read(`podcast:
  baseUrl: https://example.org/my book/
  episodes: both
  categories: [Books, "society and culture", Music/Music History]
  explicit: true
  type: episodic
  owner: { name: Ada, email: ada@example.org }
  link: https://example.org
  artwork: art.png
  funding: [https://example.org/give, { url: https://example.org/buy, text: Buy it }]
  guid: 917393E3-1b1e-5cef-ace4-edaa54e1f810
  season: 2
  schedule: { start: 2026-11-20T10:00:00+01:00, every: 2 weeks }
  dates: { 1.md: 2027 }
`);
  expect(problems).toEqual([]);
  expect(publication?.artworkPlace).toMatchObject({ file: 'publication.yaml', line: 12 });
  expect(settings).toEqual({
    baseUrl: 'https://example.org/my%20book',
    episodes: 'both',
    categories: [
      { name: 'Arts', below: 'Books' },
      { name: 'Society & Culture' },
      { name: 'Music', below: 'Music History' },
    ],
    explicit: true,
    type: 'episodic',
    owner: { name: 'Ada', email: 'ada@example.org' },
    link: 'https://example.org',
    artwork: 'art.png',
    funding: [
      { address: 'https://example.org/give' },
      { address: 'https://example.org/buy', text: 'Buy it' },
    ],
    guid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
    season: 2,
    schedule: { start: '2026-11-20T09:00:00Z', days: 14 },
    dates: { '1.md': '2027' },
  });
});

test('what is left out is that of a book in one episode', async () => {
  expect((await read('podcast: { baseUrl: http://localhost:8080 }\n')).settings).toEqual({
    baseUrl: 'http://localhost:8080',
    episodes: 'book',
    categories: [{ name: 'Arts', below: 'Books' }],
    explicit: false,
  });
});

test.each([
  ['day', 1], ['weekly', 7], ['3', 3], ['3 days', 3], ['1 day', 1], ['2 weeks', 14],
])('every: %s is %i days', async (every, days) => {
  expect((await read(`podcast: { schedule: { every: ${every} } }\n`)).settings?.schedule).toEqual({ days });
}); // prettier-ignore

test.each([
  ['baseUrl: books/a', 'podcast.baseUrl is not an address such as https://example.org/my-book.'],
  ['baseUrl: ftp://example.org/a', 'podcast.baseUrl is not an address such as https://example.org/my-book.'],
  ['baseUrl: https://example.org/?a=b', 'podcast.baseUrl should end before “?” and “#”: the names of files are put behind it.'],
  ['baseUrl: https://ada:secret@example.org/', 'podcast.baseUrl should hold no name and password: everybody can read them in the feed.'],
  ['episodes: all', 'podcast.episodes should be book, chapters or both.'],
  ['categories: Bokks', 'podcast.categories.0 is not right: “Bokks” is no category of Apple Podcasts; did you mean “Books”?'],
  ['categories: [Fiction, Knitting]', 'podcast.categories.1 is not right: “Knitting” is no category of Apple Podcasts; they are such as Books, Fiction, History.'],
  ['categories: []', 'podcast.categories should name a category.'],
  ['explicit: maybe', 'podcast.explicit should be true or false.'],
  ['type: novel', 'podcast.type should be serial or episodic.'],
  ['owner: { name: Ada, email: ada }', 'podcast.owner.email is not an address such as name@example.org.'],
  ['owner: { name: Ada }', 'podcast.owner.email is missing.'],
  ['guid: my-book', 'podcast.guid is not a UUID such as 917393e3-1b1e-5cef-ace4-edaa54e1f810.'],
  ['season: 0', 'podcast.season should be a whole number from 1.'],
  ['schedule: { every: fortnight }', 'podcast.schedule.every should be day, week, or a number of days such as 3 days.'],
  ['schedule: { start: soon }', 'podcast.schedule.start is not a date or an instant such as 2026-11-20T09:00:00Z.'],
  ['dates: { 1.md: soon }', 'podcast.dates.1.md is not a date or an instant such as 2026-11-20T09:00:00Z.'],
])('%s is refused, and no others', async (line, message) => {
  expect((await read(`podcast:\n  ${line}\n`)).problems).toEqual([`publication.yaml:5 wrong-value ${message}`]);
}); // prettier-ignore

test('a key that there is not, and a date of no chapter, are errors where they stand', async () => {
  expect((await read('podcast:\n  episode: both\n')).problems).toEqual([
    'publication.yaml:5 unknown-key Lectern knows no key “podcast.episode”.',
  ]);
  expect((await read('podcast:\n  dates:\n    2.md: 2026-11-20\n')).problems).toEqual([
    'publication.yaml:6 podcast-date-of-nothing The podcast has a date for 2.md, and there is no such chapter.',
  ]);
});

describe('the date in a chapter’s front matter', () => {
  const chapter = (published: string) => ({
    '1.md': `---\npublished: ${published}\n---\n\n# One\n\nText.\n`,
  });

  test('is kept', async () => {
    const { publication, problems } = await read('', chapter('2026-12-01'));
    expect(publication?.texts).toMatchObject([{ path: '1.md', published: '2026-12-01' }]);
    expect(problems).toEqual([]);
  });

  test('that is none is worth a warning, and so is the flag of other tools', async () => {
    expect((await read('', chapter('1st of December'))).problems).toEqual([
      '1.md:2 chapter-date-unknown The chapter does not say when it is published in a form that Lectern reads, so its episode goes by the schedule.',
    ]);
    const { publication, problems } = await read('', chapter('true'));
    expect(publication?.texts[0]).not.toHaveProperty('published');
    expect(problems).toEqual([
      "1.md:1 unused-chapter-keys The chapter's front matter holds published, which Lectern does not use.",
    ]);
  });
});

test('categories are found by their names alone, whatever the capitals, and with what they are below', () => {
  expect(podcastCategory('books')).toEqual({ name: 'Arts', below: 'Books' });
  expect(podcastCategory('ARTS > Books')).toEqual({ name: 'Arts', below: 'Books' });
  expect(podcastCategory('tv and film')).toEqual({ name: 'TV & Film' });
  expect(podcastCategory('Business > Books')).toBeUndefined();
});
