/** The feed as directories and apps read it. */
import { parseRssFeed } from 'feedsmith';
import { parseFeed } from 'podcast-partytime';
import { describe, expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { faultsOf } from './required-tags.ts';
import { makePodcast } from './podcasts.ts';

const metadata = `title: The Quay
subtitle: A story
authors: [Jane Doe, Ada Quill]
contributors: [{ name: Tom Translator, role: translator }]
language: en-GB
date: 2026-11-20
description: What happened at the quay.
rights: © 2026 Jane Doe
license: CC-BY-4.0
narrator: Emma
`;
const book = (podcast: string, more: Readonly<Record<string, string>> = {}) => ({
  'publication.yaml': `${metadata}${podcast}`,
  '01-arrival.md': '# Arrival\n\nWe came at noon. Nobody was there.\n',
  '02-at-the-quay.md': '# At the quay\n\nThe boats lay still.\n',
  ...more,
});
const both = `podcast:
  baseUrl: https://example.org/books/the-quay/
  episodes: both
  categories: [Arts > Books, drama]
  owner: { name: Jane Doe, email: jane@example.org }
  funding: { url: https://example.org/give, text: Give }
  schedule: { start: 2026-12-01, every: week }
`;
const feedIn = async (files: Parameters<typeof makePodcast>[0], options = {}) =>
  (await makePodcast(files, options)).text('feed.xml');
const known = (feed: string) => {
  const read = parseFeed(feed);
  if (!read) throw new Error('podcast-partytime cannot read the feed.');
  return read;
};

test('podcast-partytime reads the podcast, its episodes, chapters and transcripts', async () => {
  const feed = known(await feedIn(book(both), { alternates: ['m4b', 'opus'] }));
  expect(feed).toMatchObject({
    title: 'The Quay',
    link: 'https://example.org/books/the-quay/',
    language: 'en-GB',
    author: 'Jane Doe and Ada Quill',
    owner: { name: 'Jane Doe', email: 'jane@example.org' },
    explicit: false,
    itunesType: 'serial',
    itunesImage: 'https://example.org/books/the-quay/podcast/artwork.jpg',
    medium: 'audiobook',
    copyright: '© 2026 Jane Doe',
    license: { identifier: 'cc-by-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    podcastFunding: [{ message: 'Give', url: 'https://example.org/give' }],
  });
  expect(feed.itunesCategory).toEqual(['Arts > Books', 'Fiction > Drama']);
  expect(feed.podcastPeople?.map(({ name, role, group }) => [name, role, group])).toEqual([
    ['Jane Doe', 'Author', 'Writing'],
    ['Ada Quill', 'Author', 'Writing'],
    ['Tom Translator', 'Translator', 'Writing'],
    ['Emma (synthetic voice)', 'Narrator', 'Cast'],
  ]);
  expect(feed.items.map(({ title, pubDate }) => [title, pubDate?.toISOString()])).toEqual([
    ['The Quay (complete)', '2026-12-08T00:01:00.000Z'],
    ['At the quay', '2026-12-08T00:00:00.000Z'],
    ['Arrival', '2026-12-01T00:00:00.000Z'],
  ]);
  const [whole, , arrival] = feed.items;
  expect(whole).toMatchObject({
    itunesEpisodeType: 'bonus',
    podcastChapters: { url: 'https://example.org/books/the-quay/podcast/my-book.chapters.json' },
    enclosure: { url: 'https://example.org/books/the-quay/podcast/my-book.mp3', type: 'audio/mpeg' },
  });
  expect(arrival).toMatchObject({ itunesEpisode: 1, itunesEpisodeType: 'full', duration: 3 });
  expect(arrival?.podcastTranscripts?.map(({ url, type, rel }) => [url, type, rel])).toEqual([
    ['https://example.org/books/the-quay/podcast/01-arrival.vtt', 'text/vtt', 'captions'],
    ['https://example.org/books/the-quay/podcast/01-arrival.srt', 'application/srt', 'captions'],
    ['https://example.org/books/the-quay/podcast/01-arrival.transcript.html', 'text/html', undefined],
    ['https://example.org/books/the-quay/podcast/01-arrival.words.json', 'application/json', undefined],
  ]);
  expect(arrival?.alternativeEnclosures?.map(({ type, default: isDefault }) => [type, isDefault])).toEqual([
    ['audio/mpeg', true],
    ['audio/mp4', false],
    ['audio/ogg', false],
  ]);
});

test('feedsmith reads the same', async () => {
  const feed = parseRssFeed(await feedIn(book(both)));
  expect(feed.atom?.links?.[0]).toMatchObject({
    href: 'https://example.org/books/the-quay/feed.xml',
    rel: 'self',
  });
  expect(feed.podcast).toMatchObject({ medium: 'audiobook', guid: known(await feedIn(book(both))).guid });
  expect(feed.itunes?.categories).toMatchObject([
    { text: 'Arts', categories: [{ text: 'Books' }] },
    { text: 'Fiction', categories: [{ text: 'Drama' }] },
  ]);
  const [, , arrival] = feed.items ?? [];
  expect(arrival).toMatchObject({
    title: 'Arrival',
    guid: { isPermaLink: false },
    itunes: { duration: 3, episode: 1, episodeType: 'full', explicit: false },
    podcast: { episode: { number: 1 } },
    description: 'We came at noon. Nobody was there.\n\nNarrated by Emma. The voice is synthetic.',
  });
  expect(arrival?.podcast?.transcripts).toHaveLength(4);
  expect(arrival?.content?.encoded).toContain('<p>We came at noon. Nobody was there.</p>');
});

test('every address is that of a file, and every length is the file’s', async () => {
  const made = await makePodcast(book(both), { alternates: ['m4b'] });
  const addresses = [
    ...made.text('feed.xml').matchAll(/https:\/\/example\.org\/books\/the-quay\/([^"< ]+)/g),
  ];
  const names = new Set(addresses.map(([, name]) => decodeURIComponent(name ?? '')));
  for (const name of names) expect(made.bytes(name).length, name).toBeGreaterThan(0);
  // Nothing is made that nobody can find.
  expect([...names].sort()).toEqual(made.outputs.map(({ name }) => name).sort());
  const items = known(made.text('feed.xml')).items;
  for (const { enclosure, alternativeEnclosures = [] } of items) {
    const nameOf = (url: string) => url.replace('https://example.org/books/the-quay/', '');
    expect(enclosure.length).toBe(made.bytes(nameOf(enclosure.url)).length);
    for (const { length, source } of alternativeEnclosures)
      expect(length).toBe(made.bytes(nameOf(source[0]?.uri ?? '')).length);
  }
});

test('chapters are those of the audio, captions of a chapter begin with it', async () => {
  const made = await makePodcast(book(both));
  expect(JSON.parse(made.text('podcast/my-book.chapters.json'))).toEqual({
    version: '1.2.0',
    title: 'The Quay',
    podcastName: 'The Quay',
    chapters: [
      { startTime: 0, title: 'The Quay' },
      { startTime: 4, title: 'Arrival' },
      { startTime: 7, title: 'At the quay' },
      { startTime: 9, title: 'Credits' },
    ],
  });
  const cues = (name: string) => {
    const { cues: found, errors } = new WebVTTParser().parse(made.text(name), 'captions');
    expect(errors).toEqual([]);
    return found.map(({ startTime, text }) => [startTime, text.replace(/<[^>]*>/g, '')]);
  };
  expect(cues('podcast/02-at-the-quay.vtt')).toEqual([
    [0, 'At the quay'],
    [1, 'The boats lay still.'],
  ]);
  expect(cues('podcast/my-book.vtt')).toEqual(
    expect.arrayContaining([
      [7, 'At the quay'],
      [8, 'The boats lay still.'],
    ]),
  );
});

test('a mark’s picture is a file that the chapters name, once for all', async () => {
  const made = await makePodcast(book(both), { picture: 'a picture' });
  const { chapters } = JSON.parse(made.text('podcast/my-book.chapters.json')) as {
    chapters: readonly { readonly img?: string }[];
  };
  const [first, ...others] = chapters.map(({ img }) => img);
  expect(first).toBeUndefined();
  expect(new Set(others).size).toBe(1);
  const name = others[0]?.replace('https://example.org/books/the-quay/', '') ?? '';
  expect(made.text(name)).toBe('a picture');
  expect(made.outputs.filter((output) => output.name === name)).toHaveLength(1);
});

describe('the required tags', () => {
  test.each(['book', 'chapters', 'both'])('are there for episodes: %s', async (episodes) => {
    expect(faultsOf(await feedIn(book(both.replace('episodes: both', `episodes: ${episodes}`))))).toEqual([]);
  });

  test('and the checker sees each that is missing or wrong', async () => {
    const feed = await feedIn(book(both), { alternates: ['m4b'] });
    const mutations: readonly (readonly [from: RegExp, to: string, fault: string])[] = [
      [/version="2\.0"/, 'version="0.9"', 'rss'],
      [/<title>The Quay<\/title><link>/, '<link>', 'title'],
      [/<link>https:[^<]*<\/link><description>/, '<link>here</link><description>', 'link'],
      [/<language>[^<]*</, '<language>English<', 'language'],
      [/<itunes:image [^>]*\/><itunes:author>/, '<itunes:author>', 'itunes:image'],
      [/<itunes:category [^>]*\/?>/g, '<x>', 'itunes:category'],
      [/<itunes:explicit>false<\/itunes:explicit><itunes:type>/, '<itunes:explicit>no</itunes:explicit><itunes:type>', 'itunes:explicit'],
      [/<itunes:type>serial/, '<itunes:type>novel', 'itunes:type'],
      [/<podcast:guid>[^<]*</, '<podcast:guid>my-book<', 'podcast:guid'],
      [/<podcast:medium>audiobook/, '<podcast:medium>book', 'podcast:medium'],
      [/rel="self"/, 'rel="next"', 'atom:link'],
      [/<guid[^>]*>[^<]*<\/guid>/, '', 'item 1: guid'],
      [/<pubDate>[^<]*</, '<pubDate>2026-12-08<', 'item 1: pubDate'],
      [/<enclosure url="[^"]*"/, '<enclosure url="my-book.mp3"', 'item 1: enclosure'],
      [/(<enclosure [^>]*)length="\d+"/, '$1length="0"', 'item 1: enclosure'],
      [/<itunes:duration>\d+/, '<itunes:duration>0', 'item 1: itunes:duration'],
      [/application\/json\+chapters/, 'application/json', 'item 1: podcast:chapters'],
      [/<podcast:transcript url="https:/, '<podcast:transcript url="', 'item 1: podcast:transcript'],
      [/<podcast:source [^>]*\/>/, '', 'item 1: podcast:alternateEnclosure'],
      [/<itunes:episode>2</, '<itunes:episode>1<', 'a serial is numbered'],
      [/<item>[\s\S]*<\/item>/, '', 'item'],
    ]; // prettier-ignore
    for (const [from, to, fault] of mutations) {
      const mutated = feed.replace(from, to).replace(/<x>/g, '').replace(/<\/itunes:category>/g, (end) => (fault === 'itunes:category' ? '' : end)); // prettier-ignore
      expect(mutated, fault).not.toBe(feed);
      expect(faultsOf(mutated), fault).toContain(fault);
    }
    const [guid = ''] = /<guid[^>]*>[^<]*<\/guid>/.exec(feed) ?? [];
    expect(faultsOf(feed.replace(/<guid[^>]*>[^<]*<\/guid>/g, guid))).toEqual(['guids are unique']);
  });
});

describe('what apps know an episode by', () => {
  const guidsOf = (feed: string) => [known(feed).guid, ...known(feed).items.map(({ guid }) => guid)];

  test('stays when the book is built again, retitled, reworded and reordered', async () => {
    const before = guidsOf(await feedIn(book(both)));
    expect(guidsOf(await feedIn(book(both)))).toEqual(before);
    const files = book(both.replace('every: week', 'every: day'), {
      '01-arrival.md': '# Landing\n\nWe came at one.\n',
    });
    files['publication.yaml'] = files['publication.yaml']
      .replace('The Quay', 'The Harbour')
      .replace('Jane Doe, Ada', 'Ada');
    expect(guidsOf(await feedIn(files))).toEqual(before);
    const inserted = guidsOf(await feedIn(book(both, { '00-before.md': '# Before\n\nNothing.\n' })));
    expect(inserted).toEqual(expect.arrayContaining(before));
    expect(inserted).toHaveLength(before.length + 1);
  });

  test('stays when the feed moves, if the publication has an identifier or the old guid', async () => {
    const move = (podcast: string) => podcast.replace('example.org/books', 'example.com/elsewhere');
    const [podcast, ...episodes] = guidsOf(await feedIn(book(both)));
    expect(guidsOf(await feedIn(book(move(both))))).not.toContain(episodes[0]);
    expect(guidsOf(await feedIn(book(`${move(both)}  guid: ${podcast ?? ''}\n`)))).toEqual([
      podcast,
      ...episodes,
    ]);
    const [, ...named] = guidsOf(await feedIn(book(`isbn: 978-3-16-148410-0\n${both}`)));
    const [, ...moved] = guidsOf(await feedIn(book(`isbn: 978-3-16-148410-0\n${move(both)}`)));
    expect(moved).toEqual(named);
  });

  test('is one for each chapter of a single file', async () => {
    const alone = (first: string) => ({
      'alone.md': `---\n${metadata}${both.replace('both', 'chapters')}---\n\n# The Quay\n\n## ${first}\n\nOne.\n\n## Second\n\nTwo.\n`,
    });
    const files = alone('First');
    const made = await makePodcast(files);
    expect(faultsOf(made.text('feed.xml'))).toEqual([]);
    expect(guidsOf(await feedIn(alone('Retitled')))).toEqual(guidsOf(made.text('feed.xml')));
  });
});

describe('without an address', () => {
  test('there is no feed, one line says why, and the rest is made', async () => {
    const made = await makePodcast(book('podcast: { episodes: chapters }\n'));
    expect(made.outputs.map(({ name }) => name)).not.toContain('feed.xml');
    expect(made.outputs.map(({ name }) => name)).toContain('podcast/01-arrival.vtt');
    expect(made.events.filter(({ type }) => type === 'noted')).toEqual([
      {
        type: 'noted',
        publication: 'my-book',
        note: 'No podcast feed for “The Quay”: apps need the address that its files are served from (podcast: { baseUrl: … } in publication.yaml, or --base-url).',
      },
    ]);
    expect(made.problems).toEqual([]);
  });

  test('the command line may give one', async () => {
    const made = await makePodcast(book(''), { baseUrl: 'http://localhost:8080/my-book' });
    expect(made.text('feed.xml')).toContain('url="http://localhost:8080/my-book/podcast/my-book.mp3"');
    expect(made.events.some(({ type }) => type === 'noted')).toBe(false);
  });
});

test('hostile words reach apps as words', async () => {
  const title = '<script>alert(1)</script> ]]> & “🎉” \u202Eשלום --> &amp;';
  const made = await makePodcast(
    book(both, {
      '01-arrival.md': `---\ntitle: ${JSON.stringify(`${title}\u0007`)}\n---\n\nA & B < C ]]> \\<b> &amp;amp; 🎉.\n`,
    }),
  );
  const feed = made.text('feed.xml');
  expect(faultsOf(feed)).toEqual([]);
  const chapters = JSON.parse(made.text('podcast/my-book.chapters.json')) as {
    chapters: { title: string }[];
  };
  const words = chapters.chapters[1]?.title;
  expect(words).toContain('<script>alert(1)</script> ]]>');
  const read = parseRssFeed(feed);
  expect(read.items?.map((item) => item.itunes?.title)).toContain(words);
  expect(read.items?.at(-1)?.description).toContain('A & B < C ]]> <b> &amp; 🎉.');
  expect(read.items?.at(-1)?.content?.encoded).toContain('<p>A &#x26; B &#x3C; C ]]&gt; &#x3C;b>');
  expect(read.items?.map((item) => item.content?.encoded).join()).not.toMatch(/<script/);
});
