/** The feed of a podcast, from what the author says of the publication and what was made of it. */
import { shortClock } from '../clock.ts';
import { authorNames, listed, wordsOf } from '../document/words.ts';
import { licenceOf } from '../licence.ts';
import { isbnOf } from '../isbn.ts';
import { mediaTypeOf } from '../media-types.ts';
import { spokenWordsOf } from '../narration/words.ts';
import { addressOf, feedName } from '../podcast/addresses.ts';
import { bookDate, chapterDate, type Calendar } from '../podcast/dates.ts';
import type { AlternateEnclosure, Enclosure, Feed, FeedItem, Person, Transcript } from '../podcast/feed.ts';
import { episodeGuid, podcastGuid } from '../podcast/guids.ts';
import { htmlNotes, plainNotes, shortened } from '../podcast/notes.ts';
import { podcastWords } from '../podcast/words.ts';
import { relatorCode } from '../relators.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Metadata } from '../source/metadata.ts';
import { version } from '../version.ts';
import type { PodcastPlan } from './podcast-plan.ts';
import type { Episode } from './podcast-files.ts';
import type { Reading } from './reading.ts';

/** An episode with the files that belong to it. */
export type EpisodeFiles = {
  readonly episode: Episode;
  readonly title: string;
  readonly transcripts: readonly Output[];
  readonly chapters?: Output;
};

/** Nothing where there is no address to find the files at. */
export function feedOf(
  reading: Reading,
  plan: PodcastPlan,
  files: readonly EpisodeFiles[],
  artwork: { readonly output: Output; readonly side: number },
): Feed | undefined {
  const { settings, baseUrl } = plan;
  if (baseUrl === undefined) return undefined;
  const { publication, book } = reading;
  const { metadata } = publication;
  const { language } = book;
  const authors = authorNames(metadata.authors);
  const address = addressOf(baseUrl, feedName);
  const guid = settings.guid ?? podcastGuid(address);
  const licence = licenceIn(metadata);
  const spoken = spokenWordsOf(language);
  const narratedBy = spoken.narratedBy(metadata.narrator);
  const about = metadata.description ?? metadata.subtitle ?? metadata.title;
  const type = settings.type ?? (settings.episodes === 'book' ? 'episodic' : 'serial');
  const items = itemsOf(reading, plan, files, { baseUrl, guid: identityOf(metadata, guid), type });
  return {
    address,
    guid,
    title: book.title,
    subtitle: metadata.subtitle,
    description: plainNotes({ about, narratedBy }),
    link: settings.link ?? `${baseUrl}/`,
    language,
    // The namespace's word for a book that is read out, in one episode or by chapters; episodes that each stand alone are no book.
    medium: settings.type === 'episodic' && settings.episodes !== 'book' ? 'podcast' : 'audiobook',
    type,
    categories: settings.categories.map(({ name, below }) => ({
      name,
      ...(below !== undefined && { below }),
    })),
    explicit: settings.explicit,
    author: authors.length > 0 ? listed(authors, wordsOf(language)) : (metadata.publisher ?? book.title),
    owner: settings.owner,
    people: peopleOf(metadata, spoken.narratorTag(metadata.narrator)),
    copyright: metadata.rights ?? licence?.name,
    licence: licence && { name: licence.slug, address: licence.address },
    funding: (settings.funding ?? []).map(({ address: to, text }) => ({
      address: to,
      text: shortened(text ?? podcastWords(language).support, 128),
    })),
    artwork: { address: addressOf(baseUrl, artwork.output.name), side: artwork.side },
    season: settings.season,
    generator: `Lectern ${version}`,
    items,
  };
}

/** What episodes keep as long as it is the same publication: its title is none of it, since authors change their minds. */
function identityOf({ identifier, isbn }: Metadata, podcast: string): string {
  const number = isbnOf(isbn ?? '');
  return identifier ?? (number === undefined ? podcast : `urn:isbn:${number}`);
}

function itemsOf(
  { publication: { metadata }, book }: Reading,
  { settings, chapters }: PodcastPlan,
  files: readonly EpisodeFiles[],
  { baseUrl, guid, type }: { readonly baseUrl: string; readonly guid: string; readonly type: Feed['type'] },
): readonly FeedItem[] {
  const { language, direction } = book;
  const narratedBy = spokenWordsOf(language).narratedBy(metadata.narrator);
  const calendar = calendarOf(metadata, settings);
  const dateOf = ({ number, published }: PodcastPlan['chapters'][number]): string | undefined =>
    chapterDate({ index: number - 1, published }, calendar);
  const licence = licenceIn(metadata);
  const items = files.map(({ episode, title, transcripts, chapters: marksFile }): FeedItem => {
    const { audio, marks, alternates } = episode;
    const chapter = episode.kind === 'chapter' ? episode.chapter : undefined;
    const about = shortened(
      chapter === undefined ? (metadata.description ?? metadata.title) : (chapter.opening ?? chapter.title),
      chapter === undefined ? Infinity : 400,
    );
    const seconds = audio.seconds ?? 0;
    const whole = chapter === undefined && chapters.length > 0;
    const number = chapter?.number ?? (whole || type === 'episodic' ? undefined : 1);
    return {
      guid: episodeGuid(guid, chapter),
      title: whole ? podcastWords(language).complete(title) : title,
      description: plainNotes({ about, narratedBy }),
      notes: htmlNotes({
        about,
        narratedBy,
        marks: marks.map((mark) => ({ at: shortClock(mark.beginMilliseconds), title: mark.title })),
        rights: metadata.rights,
        licence: licence && { name: licence.name, address: licence.address },
        direction,
      }),
      published: chapter === undefined ? bookDate(chapters.map(dateOf), calendar) : dateOf(chapter),
      enclosure: enclosureOf(baseUrl, audio),
      seconds,
      // Apps that play a serial from its first episode on pass over what only repeats it.
      kind: whole ? 'bonus' : 'full',
      ...(number !== undefined && { number }),
      ...(marksFile && { chapters: addressOf(baseUrl, marksFile.name) }),
      transcripts: transcripts.map((file) => transcriptOf(baseUrl, file, language)),
      alternates: alternates.map((file) => alternateOf(baseUrl, file, seconds)),
    };
  });
  return newestFirst(items);
}

function calendarOf(
  { date, firstPublished, modified }: Metadata,
  settings: PodcastPlan['settings'],
): Calendar {
  return {
    start: settings.schedule?.start ?? date ?? firstPublished ?? modified,
    days: settings.schedule?.days,
  };
}

/** Of equal dates, or none, what comes later in the book is newer. */
function newestFirst(items: readonly FeedItem[]): readonly FeedItem[] {
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => compare(b.item.published ?? '', a.item.published ?? '') || b.index - a.index)
    .map(({ item }) => item);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function enclosureOf(baseUrl: string, { name, bytes }: Output): Enclosure {
  return { address: addressOf(baseUrl, name), bytes, type: typeOf(name) };
}

/** @throws TypeError for an ending that no file of ours has */
function typeOf(name: string): string {
  const type = mediaTypeOf(name);
  if (type === undefined) throw new TypeError(`Nobody knows what kind of file ${name} is.`);
  return type;
}

function alternateOf(baseUrl: string, file: Output, seconds: number): AlternateEnclosure {
  const title = (/\.([^.]+)$/.exec(file.name)?.[1] ?? '').toUpperCase();
  return { ...enclosureOf(baseUrl, file), title, sha256: file.sha256, seconds: file.seconds ?? seconds };
}

function transcriptOf(baseUrl: string, { name }: Output, language: string): Transcript {
  const isCaptions = /\.(vtt|srt)$/.test(name);
  return { address: addressOf(baseUrl, name), type: typeOf(name), language, isCaptions };
}

/** By the Podcast Taxonomy: those who wrote it, whom it names of the others, and who reads. */
function peopleOf({ authors, contributors }: Metadata, narrator: string): readonly Person[] {
  const others: Readonly<Record<string, Omit<Person, 'name'>>> = {
    trl: { role: 'translator', group: 'writing' },
    edt: { role: 'editor', group: 'writing' },
    res: { role: 'researcher', group: 'writing' },
    ill: { role: 'cover art designer', group: 'visuals' },
    cov: { role: 'cover art designer', group: 'visuals' },
  };
  const named = [...authors, ...(contributors ?? [])].flatMap(({ name, role }) => {
    const part = others[relatorCode(role ?? '') ?? ''];
    return part ? [{ name, ...part }] : [];
  });
  return [
    ...authorNames(authors).map((name): Person => ({ name, role: 'author', group: 'writing' })),
    ...named,
    { name: narrator, role: 'narrator', group: 'cast' },
  ];
}

/** `slug` as the namespace wants it: an SPDX identifier in lower case, or a name that the address explains. */
function licenceIn({
  license,
}: Metadata):
  { readonly name: string; readonly slug: string; readonly address: string | undefined } | undefined {
  const licence = license === undefined ? undefined : licenceOf(license);
  if (license === undefined || licence === undefined) return undefined;
  const slug = /^https?:/i.test(license) ? licence.name : license.toLowerCase();
  return { name: licence.name, slug: slug.slice(0, 128), address: licence.address };
}
