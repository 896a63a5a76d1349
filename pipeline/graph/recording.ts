import { bookRate } from '../audio/chunks/grid.ts';
import { resample } from '../audio/resample.ts';
import { timeChapter, type TimeClip, type TimeSound } from '../audio/time-chapter.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import type { Json } from '../engine/json.ts';
import type { Tell } from '../events.ts';
import type { WordedChapter, WordedScript, WordedUtterance } from '../narration/word-chapter.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { createLimit } from '../engine/limit.ts';
import type { PronouncedChapter } from '../speech/pronounce-chapter.ts';
import type { Sound } from './builds.ts';
import type { Cast } from './casting.ts';
import { pageOrders, withCutsBetween } from './page-order.ts';
import type { Reading } from './reading.ts';
import { byIds, identitiesOf, problemsOf, speakBook, type SpokenLine } from './speaking.ts';
import { verifyBook } from './verifying.ts';

/** A book that was spoken: every chapter with its times, and what spoke it. */
export type Recording = {
  /** In the order of the script. */
  readonly chapters: readonly ChapterAudio[];
  /** For the manifest. */
  readonly voices: Readonly<Record<string, Json>>;
};

type RecordOptions = {
  readonly jobs: number;
  readonly tell: Tell;
  /** What is done with a chapter as soon as it is counted, while others are spoken still; its failures are the build's. */
  readonly whenCounted?: ((chapter: ChapterAudio) => Promise<void>) | undefined;
};

/** From the script to sound: every line once, every chapter counted as soon as it is spoken. */
export async function recordBook(
  { build, tools: sound, hearing }: Sound,
  { publication, book }: Reading,
  script: WordedScript,
  pronounced: readonly PronouncedChapter[],
  cast: Cast,
  { jobs, tell, whenCounted }: RecordOptions,
  desk: ProblemDesk,
): Promise<Recording> {
  const sampleRate = bookRate(cast.narrator.sampleRate);
  const orders = pageOrders(book);
  const identities = await identitiesOf(sound.speech, cast);
  const few = createLimit(jobs);
  const count = ({ id, title, utterances }: WordedChapter, lines: readonly SpokenLine[]) =>
    few(async () => {
      const byUtterance = byIds(lines);
      const clips = await Promise.all(
        utterances.map((utterance) =>
          clipOf(build, utterance, byUtterance.get(utterance.id) ?? [], sampleRate),
        ),
      );
      const cut = withCutsBetween(clips.flat(), orders.get(id));
      return build.step(timeChapter, { id, title, sampleRate, clips: cut }, { label: title });
    }, build.signal);
  const counted = new Map<WordedChapter, Promise<ChapterAudio>>();
  const spoken = await speakBook(build, script, pronounced, identities, {
    jobs,
    onChapter: (index, lines) => {
      const chapter = script.chapters[index];
      if (chapter === undefined) return;
      const counting = count(chapter, lines);
      counted.set(chapter, counting);
      // What fails is a step, and so the build knows.
      counting.then(whenCounted).catch(() => undefined);
    },
  });
  const place = { file: publication.metadataFile };
  desk.take(spoken.flatMap((line) => problemsOf(line, place)));
  if (hearing) await verifyBook(hearing, byIds(spoken), { publication: publication.slug, place, tell }, desk);
  const chapters = await Promise.all(
    script.chapters.map((chapter) => counted.get(chapter) ?? count(chapter, [])),
  );
  const voices = [...identities].map(([id, identity]) => [id, JSON.parse(identity) as Json] as const);
  return { chapters, voices: Object.fromEntries(voices) };
}

/** The sounds of an utterance at the book's sample rate; nothing where no voice could say any of it. */
async function clipOf(
  build: Sound['build'],
  { id, target, pauseSeconds }: WordedUtterance,
  lines: readonly SpokenLine[],
  sampleRate: number,
): Promise<readonly TimeClip[]> {
  const sounds = await Promise.all(
    lines.map(async ({ placed, result }): Promise<readonly TimeSound[]> => {
      if ('unsaid' in result) return [];
      const rest = { at: placed.at, pauseSeconds: placed.pauseSeconds };
      const { pcm, samples, times } = result;
      if (result.sampleRate === sampleRate) return [{ ...rest, pcm, sampleRate, samples, times }];
      const changed = await build.step(resample, { pcm, fromRate: result.sampleRate, toRate: sampleRate });
      // The length is counted; the words keep their shares of it.
      const scaled = times.map((time) => Math.round((time * changed.samples) / samples));
      return [{ ...rest, pcm: changed.pcm, sampleRate, samples: changed.samples, times: scaled }];
    }),
  );
  if (sounds.flat().length === 0) return [];
  return [{ utterance: id, ...(target !== undefined && { target }), sounds: sounds.flat(), pauseSeconds }];
}
