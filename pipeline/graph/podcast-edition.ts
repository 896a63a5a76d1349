/** The podcast whole: the sound of its episodes, and all that belongs to them. */
import type { ChapterMark } from '../audio/chapter-marks.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Sound } from './builds.ts';
import { chapterEpisodes, type EpisodesInput } from './podcast-episodes.ts';
import type { Made } from './made.ts';
import { podcastFolder, type PodcastPlan } from './podcast-plan.ts';
import { podcastOf, type Episode } from './podcast-files.ts';
import type { Reading } from './reading.ts';

export type PodcastEditionInput = {
  readonly sound: Omit<EpisodesInput, 'planned'>;
  readonly book: {
    /** The whole book as MP3. */
    readonly outputs: readonly Output[];
    /** The same in other encodings. */
    readonly alternates: readonly Output[];
    readonly marks: readonly ChapterMark[];
  };
  readonly script: WordedScript;
  readonly recording: readonly ChapterAudio[];
};

export async function podcastEdition(
  sound: Sound,
  reading: Reading,
  plan: PodcastPlan,
  { sound: chapters, book, script, recording }: PodcastEditionInput,
): Promise<Made> {
  const { bookStem } = plan;
  const whole =
    bookStem === undefined
      ? []
      : book.outputs.map((output): Episode => {
          // In the folder of the podcast too, beside all that is uploaded with it.
          const name = `${podcastFolder}/${bookStem}.mp3`;
          const audio: Output = { ...output, name, edition: 'podcast' };
          return { kind: 'book', audio, marks: book.marks, alternates: book.alternates };
        });
  const single = await chapterEpisodes(sound, { ...chapters, planned: plan.chapters });
  const episodes = [...whole, ...single];
  const texts = await podcastOf(sound.build, reading, plan, { episodes, script, recording });
  return {
    outputs: [...episodes.map(({ audio }) => audio), ...texts],
    deliveries: single.map(({ delivery }) => delivery),
  };
}
