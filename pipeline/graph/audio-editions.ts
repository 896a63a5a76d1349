/** The editions to listen to: which sound goes into which file. */
import type { AudioFile, AudioFileInput } from '../audio/audiobook.ts';
import { bindM4b } from '../audio/bind-m4b.ts';
import { bindMp3 } from '../audio/bind-mp3.ts';
import { chapterMarks } from '../audio/chapter-marks.ts';
import { profiles, type Profile } from '../audio/profiles.ts';
import type { Edition } from '../editions.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import { acxFiles } from './acx.ts';
import type { Made } from './made.ts';
import type { Sound } from './builds.ts';
import { squareCover } from './covers.ts';
import { runsOf } from './encoding.ts';
import type { HeardBook } from './heard-book.ts';
import { lpfFile } from './lpf.ts';
import { opusFile } from './opus.ts';
import { podcastEdition } from './podcast-edition.ts';
import type { PodcastPlan } from './podcast-plan.ts';
import type { Reading } from './reading.ts';
import type { Recording } from './recording.ts';
import { markImagesOf, sectionsOf, tagsOf } from './tagging.ts';

/** Scaled down at once. */
const PICTURES_AT_ONCE = 2;
const nothing: Made = { outputs: [], deliveries: [] };

export type AudioInput = {
  readonly recording: Recording;
  readonly heard: HeardBook;
  readonly script: WordedScript;
  readonly editions: ReadonlySet<Edition>;
  /** There where a podcast is wanted. */
  readonly podcast: PodcastPlan | undefined;
};

export async function encodeBook(
  sound: Sound,
  reading: Reading,
  { recording: { chapters, voices }, heard, script, editions, podcast }: AudioInput,
  desk: ProblemDesk,
): Promise<Made> {
  const { publication, book } = reading;
  const { build } = sound;
  const { slug } = publication;
  const depth = publication.settings.narration.chapterDepth ?? 1;
  const sections = sectionsOf(book, depth);
  const images = await markImagesOf(build, book, depth, PICTURES_AT_ONCE);
  const { marks, samples, sampleRate } = chapterMarks(chapters, sections, images);
  if (samples === 0) {
    desk.take([problems.nothingToHear({ file: publication.metadataFile })]);
    return nothing;
  }
  const tags = tagsOf(publication, book);
  const cover = await squareCover(build, reading);
  const tools = { lectern: version, voices, ffmpeg: sound.tools.ffmpeg.identity };
  const shared = { tags, cover, tools, chapters: heard.inBook };

  const whole = async (
    edition: 'm4b' | 'mp3',
    profile: Profile,
    bind: (input: AudioFileInput) => Promise<AudioFile>,
  ): Promise<Made> => {
    const encoded = await heard.encode(profile);
    const { file, seconds } = await bind({
      tags,
      marks,
      samples,
      sampleRate,
      cover,
      chunks: runsOf(encoded),
    });
    const output: Output = { name: `${slug}.${edition}`, edition, blob: file, ...file, seconds, tools };
    const levels = encoded.flatMap(({ chunks }) => chunks.map((chunk) => chunk.levels));
    const { sha256 } = file;
    const delivery = { sha256, profile, seconds, levels, chapters: encoded.length, marks };
    return { outputs: [output], deliveries: [delivery] };
  };
  const label = { label: slug };
  const wantsMp3 = editions.has('mp3') || podcast?.bookStem !== undefined;
  const [m4b, mp3, opus, acx, lpf] = await Promise.all([
    editions.has('m4b') ? whole('m4b', profiles.audiobook, (input) => build.step(bindM4b, input, label)) : nothing,
    wantsMp3 ? whole('mp3', profiles.podcast, (input) => build.step(bindMp3, input, label)) : nothing,
    editions.has('opus') ? opusFile(sound, { ...shared, slug, sampleRate, marks }) : nothing,
    editions.has('acx') ? acxFiles(sound, reading, shared) : nothing,
    editions.has('lpf') ? lpfFile(sound, reading, { heard, script, tags, cover, tools }) : nothing,
  ]); // prettier-ignore
  const cast = podcast
    ? await podcastEdition(sound, reading, podcast, {
        sound: { ...shared, sections, images, gainOf: heard.gainOf },
        book: { outputs: mp3.outputs, alternates: [...m4b.outputs, ...opus.outputs], marks },
        ...{ script, recording: chapters },
      })
    : nothing;
  const all = [m4b, mp3, opus, acx, lpf, cast];
  return {
    // Of the MP3 that was made for the podcast alone, only its place there counts.
    outputs: all
      .flatMap(({ outputs }) => outputs)
      .filter(({ edition }) => edition !== 'mp3' || editions.has('mp3')),
    deliveries: all.flatMap(({ deliveries }) => deliveries),
  };
}
