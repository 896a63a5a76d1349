/** The podcast: episodes with all that belongs to them, and the feed that names them. */
import type { ChapterMark } from '../audio/chapter-marks.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import { addressOf, feedName } from '../podcast/addresses.ts';
import { chaptersJson } from '../podcast/chapters-json.ts';
import { feedXml } from '../podcast/feed-xml.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { Sound } from './builds.ts';
import { captionChapters, captionWriter, writeText, type HeardChapter } from './caption-files.ts';
import { squareCover } from './covers.ts';
import { feedOf, type EpisodeFiles } from './podcast-feed.ts';
import { podcastFolder, type EpisodeChapter, type PodcastPlan } from './podcast-plan.ts';
import type { Reading } from './reading.ts';

type EpisodeSound = {
  /** In the folder `podcast`; with its length in seconds. */
  readonly audio: Output;
  /** From the beginning of this audio. */
  readonly marks: readonly ChapterMark[];
  /** Other encodings of the same sound: m4b, opus. */
  readonly alternates: readonly Output[];
};

/** One episode of the plan that was encoded: the whole book, or one of the plan's chapters. */
export type Episode = EpisodeSound &
  ({ readonly kind: 'book' } | { readonly kind: 'chapter'; readonly chapter: EpisodeChapter });

export type PodcastInput = {
  /** In reading order, the whole book first. */
  readonly episodes: readonly Episode[];
  /** What is said. */
  readonly script: WordedScript;
  /** When it is heard: the chapters of the whole book's episode, in their order. */
  readonly recording: readonly HeardChapter[];
};

const edition = 'podcast';
/** What transcripts end in, the one that most apps show first. */
const transcriptEndings = ['vtt', 'srt', 'transcript.html', 'words.json'] as const;
const atOnce = 4;

/** Everything of the podcast but the audio: captions and chapters of each episode, artwork, and the feed where it has an address. */
export async function podcastOf(
  build: Sound['build'],
  reading: Reading,
  plan: PodcastPlan,
  { episodes, script, recording }: PodcastInput,
): Promise<readonly Output[]> {
  if (episodes.length === 0) return [];
  const captioned = await captionChapters(build, script, recording, { cues: true });
  const textsOf = captionWriter(reading);
  const pictures = picturesOf(episodes);
  const files = await mapLimited(
    episodes,
    atOnce,
    async (episode): Promise<EpisodeFiles> => {
      const { title, stem } = namesOf(episode, reading, plan);
      const own =
        episode.kind === 'book'
          ? captioned
          : captioned.filter(({ chapter }) => chapter.id === episode.chapter.id);
      const texts = textsOf(own, title);
      const transcripts: Output[] = [];
      for (const ending of transcriptEndings)
        transcripts.push(
          await writeText(build, `${podcastFolder}/${stem}.${ending}`, edition, texts[ending]()),
        );
      const chapters = await chaptersOf(build, reading, plan, episode, pictures);
      return { episode, title, transcripts, ...(chapters && { chapters }) };
    },
    build.signal,
  );
  const artwork = await artworkFile(build, reading, plan);
  const made = files.flatMap(({ transcripts, chapters }) => [
    ...transcripts,
    ...(chapters ? [chapters] : []),
  ]);
  const feed = feedOf(reading, plan, files, artwork);
  return [
    ...(feed ? [await writeText(build, feedName, edition, [feedXml(feed)])] : []),
    artwork.output,
    ...made,
    ...pictures.values(),
  ];
}

function namesOf(
  episode: Episode,
  { book, publication }: Reading,
  { bookStem }: PodcastPlan,
): { readonly title: string; readonly stem: string } {
  return episode.kind === 'book'
    ? { title: book.title, stem: bookStem ?? publication.slug }
    : { title: episode.chapter.title, stem: episode.chapter.stem };
}

/** Where an episode has one chapter, its title says as much. Pictures need an address. */
async function chaptersOf(
  build: Sound['build'],
  reading: Reading,
  plan: PodcastPlan,
  episode: Episode,
  pictures: ReadonlyMap<string, Output>,
): Promise<Output | undefined> {
  if (episode.marks.length < 2) return undefined;
  const { title, stem } = namesOf(episode, reading, plan);
  const { baseUrl } = plan;
  const marks = episode.marks.map((mark) => {
    const picture = pictures.get(mark.image?.image.sha256 ?? '');
    const image =
      picture === undefined || baseUrl === undefined ? undefined : addressOf(baseUrl, picture.name);
    return {
      title: mark.title,
      beginMilliseconds: mark.beginMilliseconds,
      ...(image !== undefined && { image }),
    };
  });
  const json = chaptersJson(marks, { title, podcastName: reading.book.title });
  return writeText(build, `${podcastFolder}/${stem}.chapters.json`, edition, [json]);
}

/** The marks' pictures as files, by their digests. */
function picturesOf(episodes: readonly Episode[]): ReadonlyMap<string, Output> {
  const found = new Map<string, Output>();
  for (const { marks } of episodes) {
    for (const { image } of marks) {
      if (image === undefined || found.has(image.image.sha256)) continue;
      const ending = image.mediaType === 'image/png' ? 'png' : 'jpg';
      const name = `${podcastFolder}/picture-${image.image.sha256.slice(0, 16)}.${ending}`;
      found.set(image.image.sha256, {
        name, edition, blob: image.image, ...image.image, tools: { lectern: version },
      }); // prettier-ignore
    }
  }
  return found;
}

async function artworkFile(
  build: Sound['build'],
  reading: Reading,
  { artwork }: PodcastPlan,
): Promise<{ readonly output: Output; readonly side: number }> {
  const { image, mediaType, side } = artwork ?? (await coverAsArtwork(build, reading));
  const name = `${podcastFolder}/artwork.${mediaType === 'image/png' ? 'png' : 'jpg'}`;
  return { side, output: { name, edition, blob: image, ...image, tools: { lectern: version } } };
}

async function coverAsArtwork(build: Sound['build'], reading: Reading) {
  const { image, mediaType, width } = await squareCover(build, reading);
  return { image, mediaType, side: width };
}
