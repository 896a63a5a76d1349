/** What a publication's podcast will be, before anything is spoken for it. */
import { passageText } from '../document/plain-text.ts';
import type { Chapter } from '../document/model.ts';
import type { Tell } from '../events.ts';
import { artworkFault, fitArtwork, type Artwork } from '../podcast/artwork.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import { podcastDefaults, type PodcastSettings } from '../source/podcast-settings.ts';
import { readImages } from '../source/read-images.ts';
import { slugOf } from '../source/slug.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** A chapter that has an episode of its own. */
export type EpisodeChapter = {
  /** The document's. */
  readonly id: string;
  readonly file: string;
  /** Which of the file's chapters it is, from 1. */
  readonly part: number;
  readonly title: string;
  /** Among the episodes, from 1. */
  readonly number: number;
  /** What its files are called, without folder and ending: it follows from the file, so that a new title moves nothing. */
  readonly stem: string;
  /** When its author says that it is published: a date or an instant in UTC. */
  readonly published?: string;
  /** Its first words, for listings. */
  readonly opening?: string;
};

export type PodcastPlan = {
  readonly settings: PodcastSettings;
  /** Of the folder that the publication's outputs are served from; without it no feed can be written. */
  readonly baseUrl?: string;
  /** What the files of the whole book's episode are called; undefined where it has none. */
  readonly bookStem?: string;
  /** Those that get an episode each, in reading order; none where the whole book is the only one. */
  readonly chapters: readonly EpisodeChapter[];
  /** The author's picture; without it the cover is fitted into a square. */
  readonly artwork?: Exclude<Artwork, { fault: string }>;
};

/** The folder of a podcast's files in the output. */
export const podcastFolder = 'podcast';

/**
 * Looks at everything that the author says of the podcast. Faults go to the desk; that there is no address is none, and is told
 * in one line.
 *
 * @param baseUrl of the publication's output folder, over what the publication says
 */
export async function planPodcast(
  build: TextBuild,
  reading: Reading,
  desk: ProblemDesk,
  { baseUrl: given, tell }: { readonly baseUrl?: string | undefined; readonly tell: Tell },
): Promise<PodcastPlan> {
  const { publication, book } = reading;
  const settings = publication.settings.podcast ?? podcastDefaults;
  const baseUrl = given ?? settings.baseUrl;
  const { metadata, slug } = publication;
  const { schedule, dates } = settings;
  const dated = schedule?.start ?? metadata.date ?? metadata.firstPublished ?? metadata.modified;
  const chapters = settings.episodes === 'book' ? [] : episodeChapters(reading, dates ?? {});
  if (baseUrl === undefined) {
    tell({
      type: 'noted',
      publication: slug,
      note: `No podcast feed for “${book.title}”: apps need the address that its files are served from (podcast: { baseUrl: … } in ${publication.metadataFile}, or --base-url).`,
    });
  } else if (dated === undefined && !(chapters.length > 0 && chapters.every(({ published }) => published)))
    desk.take([problems.podcastDateMissing(publication.podcastPlace)]);
  const artwork = settings.artwork === undefined ? undefined : await artworkOf(build, reading, desk);
  return {
    settings,
    chapters,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(settings.episodes !== 'chapters' && { bookStem: slug }),
    ...(artwork && { artwork }),
  };
}

/**
 * The author's own chapters. Title page and credits are heard in the audiobook and in the whole book's episode; as episodes
 * of a few seconds they would be in the way, and what they say stands in the notes; so would the bare heading of a part. An index
 * is a list of places.
 */
function episodeChapters(
  { book, places, publication }: Reading,
  dates: Readonly<Record<string, string>>,
): readonly EpisodeChapter[] {
  const taken = new Set([publication.slug]);
  const own = book.chapters.flatMap((chapter) => {
    const place = places.get(chapter.id);
    const isHeard = chapter.kind !== 'index' && chapter.blocks.some(({ type }) => type !== 'heading');
    return place && isHeard ? [{ chapter, place }] : [];
  });
  const files = new Map(publication.texts.map((text) => [text.path, text]));
  return own.map(({ chapter, place: { file, part } }, index) => {
    const several = own.filter(({ place }) => place.file === file).length > 1;
    const name = slugOf(file.replace(/\.[^./]+$/, ''));
    const stem = unused(several ? `${name}-${part}` : name, taken);
    // Those behind the first of a file follow it by the schedule.
    const published = part === 1 ? (files.get(file)?.published ?? dates[file]) : undefined;
    const opening = openingOf(chapter);
    return {
      id: chapter.id,
      file,
      part,
      title: chapter.title,
      number: index + 1,
      stem,
      ...(published !== undefined && { published }),
      ...(opening !== undefined && { opening }),
    };
  });
}

function unused(stem: string, taken: Set<string>): string {
  let free = stem;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}-${number}`;
  taken.add(free);
  return free;
}

function openingOf({ blocks }: Chapter): string | undefined {
  const first = blocks.find((block) => block.type === 'paragraph' && passageText(block) !== '');
  return first?.type === 'paragraph' ? passageText(first) : undefined;
}

async function artworkOf(
  build: TextBuild,
  { publication }: Reading,
  desk: ProblemDesk,
): Promise<PodcastPlan['artwork']> {
  const { folder, artworkPlace: place, settings } = publication;
  const written = settings.podcast?.artwork ?? '';
  const read = await readImages(folder, [{ place, written }], (bytes) => build.blobs.write([bytes]));
  desk.take(read.problems);
  const [image] = read.images;
  if (!image) {
    // An address is a warning in a text, where words stand in its place; here nothing would.
    if (!read.problems.some(({ severity }) => severity === 'error'))
      desk.take([problems.podcastArtwork(place, written, 'is an address, from which nothing is loaded')]);
    return undefined;
  }
  const { mediaType, blob, path } = image;
  const fault = artworkFault(image);
  if (fault !== undefined || (mediaType !== 'image/png' && mediaType !== 'image/jpeg')) {
    desk.take([problems.podcastArtwork(place, path, fault ?? 'is neither PNG nor JPEG')]);
    return undefined;
  }
  const fitted = await build.step(fitArtwork, { image: blob, mediaType }, { label: path });
  if (!('fault' in fitted)) return fitted;
  desk.take([problems.podcastArtwork(place, path, fitted.fault)]);
  return undefined;
}
