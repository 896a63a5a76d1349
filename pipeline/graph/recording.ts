import type { BookTags } from '../audio/audiobook.ts';
import { chapterMarks } from '../audio/chapter-marks.ts';
import { encodeM4b } from '../audio/encode-m4b.ts';
import { encodeMp3 } from '../audio/encode-mp3.ts';
import { joinChapter, type JoinClip } from '../audio/join-chapter.ts';
import { resample } from '../audio/resample.ts';
import type { Book } from '../document/model.ts';
import { authorNames } from '../document/words.ts';
import type { Edition } from '../editions.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Script, Utterance } from '../narration/script.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import { problems } from '../problems.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Publication } from '../source/publication.ts';
import { speak, type Spoken } from '../speech/speak.ts';
import { version } from '../version.ts';
import type { Sound } from './builds.ts';
import { squareCover } from './covers.ts';
import type { Reading } from './reading.ts';

/** From the script to the audiobook: every utterance once, every chapter joined and counted, then the encodings. */
export async function recordBook(
  { build, tools: sound }: Sound,
  reading: Reading,
  script: Script,
  { editions, jobs }: { readonly editions: ReadonlySet<Edition>; readonly jobs: number },
  desk: ProblemDesk,
): Promise<readonly Output[]> {
  const { publication, book } = reading;
  const place = { file: publication.metadataFile };
  const { sampleRate } = sound.voice.voice;
  const spoken = await speakAll(build, script, jobs);
  desk.take(
    [...spoken.values()].flatMap(({ utterance, result }) =>
      'unsaid' in result ? [problems.notSpoken(place, excerpt(utterance.text), result.unsaid)] : [],
    ),
  );
  const chapters = await mapLimited(
    script.chapters,
    jobs,
    async ({ id, title, utterances }) => {
      const clips = await Promise.all(
        utterances.map(({ id: utterance }) => clipOf(build, spoken.get(utterance), sampleRate)),
      );
      return build.step(joinChapter, { id, title, sampleRate, clips: clips.flat() }, { label: title });
    },
    build.signal,
  );
  const { marks, samples } = chapterMarks(chapters);
  if (samples === 0) {
    desk.take([problems.nothingToHear(place)]);
    return [];
  }
  const input = {
    tags: tagsOf(publication, book),
    marks,
    chapters: chapters.map(({ pcm }) => pcm),
    sampleRate,
    cover: await squareCover(build, reading),
  };
  const tools = { lectern: version, voice: sound.voice.identity, ffmpeg: sound.ffmpeg.identity };
  const encode = async (edition: 'm4b' | 'mp3', stage: typeof encodeM4b): Promise<readonly Output[]> => {
    if (!editions.has(edition)) return [];
    const { file, seconds } = await build.step(stage, input, { label: publication.slug });
    return [{ name: `${publication.slug}.${edition}`, edition, blob: file, ...file, seconds, tools }];
  };
  return (await Promise.all([encode('m4b', encodeM4b), encode('mp3', encodeMp3)])).flat();
}

type SpokenUtterance = { readonly utterance: Utterance; readonly result: Spoken };

async function speakAll(
  build: Sound['build'],
  script: Script,
  jobs: number,
): Promise<ReadonlyMap<string, SpokenUtterance>> {
  const utterances = script.chapters.flatMap((chapter) =>
    chapter.utterances.map((utterance) => ({
      utterance,
      label: `“${excerpt(utterance.text)}” in ${chapter.title}`,
    })),
  );
  // Twice as many as speak at once, so that none waits for the next text.
  const spoken = await mapLimited(
    utterances,
    jobs * 2,
    async ({ utterance, label }) => {
      const { text, language } = utterance;
      return { utterance, result: await build.step(speak, { text, language }, { label }) };
    },
    build.signal,
  );
  return new Map(spoken.map((one) => [one.utterance.id, one]));
}

/** Enough words to find a text by. */
function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
}

/** A sound at the book's sample rate; nothing where the voice could not say the text. */
async function clipOf(
  build: Sound['build'],
  spoken: SpokenUtterance | undefined,
  sampleRate: number,
): Promise<readonly JoinClip[]> {
  if (!spoken || 'unsaid' in spoken.result) return [];
  const { utterance, result } = spoken;
  const at = {
    utterance: utterance.id,
    ...(utterance.target !== undefined && { target: utterance.target }),
    pauseSeconds: utterance.pauseSeconds,
  };
  if (result.sampleRate === sampleRate)
    return [{ ...at, pcm: result.pcm, sampleRate, samples: result.samples }];
  const { pcm, samples } = await build.step(resample, {
    pcm: result.pcm,
    fromRate: result.sampleRate,
    toRate: sampleRate,
  });
  return [{ ...at, pcm, sampleRate, samples }];
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
