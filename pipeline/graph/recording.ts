import type { BookTags } from '../audio/audiobook.ts';
import { chapterMarks } from '../audio/chapter-marks.ts';
import { encodeM4b } from '../audio/encode-m4b.ts';
import { encodeMp3 } from '../audio/encode-mp3.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import { joinChapter, type JoinClip, type JoinSound } from '../audio/join-chapter.ts';
import { resample } from '../audio/resample.ts';
import type { Book } from '../document/model.ts';
import { authorNames } from '../document/words.ts';
import type { Edition } from '../editions.ts';
import type { Json } from '../engine/json.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Tell } from '../events.ts';
import type { WordedScript, WordedUtterance } from '../narration/word-chapter.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Publication } from '../source/publication.ts';
import type { PronouncedChapter } from '../speech/pronounce-chapter.ts';
import { version } from '../version.ts';
import type { Sound } from './builds.ts';
import type { Cast } from './casting.ts';
import { squareCover } from './covers.ts';
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

/** From the script to sound: every line once, every chapter joined and counted. */
export async function recordBook(
  { build, tools: sound, hearing }: Sound,
  { publication }: Reading,
  script: WordedScript,
  pronounced: readonly PronouncedChapter[],
  cast: Cast,
  { jobs, tell }: { readonly jobs: number; readonly tell: Tell },
  desk: ProblemDesk,
): Promise<Recording> {
  const { sampleRate } = cast.narrator;
  const identities = await identitiesOf(sound.speech, cast);
  const spoken = await speakBook(build, script, pronounced, identities, jobs);
  const place = { file: publication.metadataFile };
  desk.take(spoken.flatMap((line) => problemsOf(line, place)));
  const byUtterance = byIds(spoken);
  if (hearing) await verifyBook(hearing, byUtterance, { publication: publication.slug, place, tell }, desk);
  const chapters = await mapLimited(
    script.chapters,
    jobs,
    async ({ id, title, utterances }) => {
      const clips = await Promise.all(
        utterances.map((utterance) =>
          clipOf(build, utterance, byUtterance.get(utterance.id) ?? [], sampleRate),
        ),
      );
      return build.step(joinChapter, { id, title, sampleRate, clips: clips.flat() }, { label: title });
    },
    build.signal,
  );
  const voices = [...identities].map(([id, identity]) => [id, JSON.parse(identity) as Json] as const);
  return { chapters, voices: Object.fromEntries(voices) };
}

/** The editions to listen to alone. */
export async function encodeBook(
  { build, tools: sound }: Sound,
  reading: Reading,
  { chapters, voices }: Recording,
  { editions }: { readonly editions: ReadonlySet<Edition> },
  desk: ProblemDesk,
): Promise<readonly Output[]> {
  const { publication, book } = reading;
  const { marks, samples, sampleRate } = chapterMarks(chapters);
  if (samples === 0) {
    desk.take([problems.nothingToHear({ file: publication.metadataFile })]);
    return [];
  }
  const input = {
    tags: tagsOf(publication, book),
    marks,
    chapters: chapters.map(({ pcm }) => pcm),
    sampleRate,
    cover: await squareCover(build, reading),
  };
  const tools = { lectern: version, voices, ffmpeg: sound.ffmpeg.identity };
  const encode = async (edition: 'm4b' | 'mp3', stage: typeof encodeM4b): Promise<readonly Output[]> => {
    if (!editions.has(edition)) return [];
    const { file, seconds } = await build.step(stage, input, { label: publication.slug });
    return [{ name: `${publication.slug}.${edition}`, edition, blob: file, ...file, seconds, tools }];
  };
  return (await Promise.all([encode('m4b', encodeM4b), encode('mp3', encodeMp3)])).flat();
}

/** The sounds of an utterance at the book's sample rate; nothing where no voice could say any of it. */
async function clipOf(
  build: Sound['build'],
  { id, target, pauseSeconds }: WordedUtterance,
  lines: readonly SpokenLine[],
  sampleRate: number,
): Promise<readonly JoinClip[]> {
  const sounds = await Promise.all(
    lines.map(async ({ placed, result }): Promise<readonly JoinSound[]> => {
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

function tagsOf({ metadata }: Publication, book: Book): BookTags {
  const { title, subtitle, publisher, date, description, rights, narrator, authors } = metadata;
  return {
    title,
    language: book.language,
    authors: authorNames(authors),
    ...(subtitle !== undefined && { subtitle }),
    ...(publisher !== undefined && { publisher }),
    ...(date !== undefined && { date }),
    ...(description !== undefined && { description }),
    ...(rights !== undefined && { rights }),
    // A synthetic voice is to be said, in the tags as at the opening.
    narrator: spokenWordsOf(book.language).narratorTag(narrator),
  };
}
