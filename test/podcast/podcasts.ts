/** Podcasts made of publications without speaking them: every utterance lasts a second, and the audio is but bytes. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import type { Sound, SoundTools } from '../../pipeline/graph/builds.ts';
import type { HeardChapter } from '../../pipeline/graph/caption-files.ts';
import { planBook } from '../../pipeline/graph/narrating.ts';
import { planPodcast, type PodcastPlan } from '../../pipeline/graph/podcast-plan.ts';
import { podcastOf, type Episode } from '../../pipeline/graph/podcast-files.ts';
import { readBook } from '../../pipeline/graph/reading.ts';
import { readSource } from '../../pipeline/graph/read-source.ts';
import type { WordedScript } from '../../pipeline/narration/word-chapter.ts';
import { ProblemDesk } from '../../pipeline/problem-desk.ts';
import type { Problem } from '../../pipeline/problem.ts';
import type { Output } from '../../pipeline/report/place-outputs.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { writeFiles, type Files } from '../helpers/workplace.ts';
import { createToneEngine } from '../speech/tone-engine.ts';

const sampleRate = 1000;

export type MadePodcast = {
  readonly plan: PodcastPlan;
  /** Audio too, in the order in which they were made. */
  readonly outputs: readonly Output[];
  readonly text: (name: string) => string;
  readonly bytes: (name: string) => Buffer;
  readonly events: readonly BuildEvent[];
  readonly problems: readonly Problem[];
};

export type PodcastOptions = {
  readonly baseUrl?: string;
  /** Endings of other encodings: m4b, opus. */
  readonly alternates?: readonly string[];
  /** Of every mark but the first. */
  readonly picture?: string;
};

let ffmpeg: ReturnType<typeof findFfmpeg> | undefined;
/** One for all, so that each cover is drawn once. */
let shared: Promise<string> | undefined;
afterAll(async () => {
  if (shared) await rm(await shared, { recursive: true, force: true });
});

/** @throws AuthorProblemsError as a build does */
export async function makePodcast(files: Files, options: PodcastOptions = {}): Promise<MadePodcast> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-podcast-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const source = join(folder, 'my-book');
  await writeFiles(source, files);
  const [only, ...others] = Object.keys(files);
  const path = others.length === 0 && only !== undefined ? join(source, only) : source;
  const [found] = (await findPublications(path)).found;
  if (!found) throw new Error('There is no publication.');
  const events: BuildEvent[] = [];
  const tell = (event: BuildEvent): void => void events.push(event);
  const desk = new ProblemDesk('my-book', new Set(), tell);
  const tools: SoundTools = {
    ffmpeg: await (ffmpeg ??= findFfmpeg({ environment: process.env })),
    speech: createSpeechTools([createToneEngine()]),
  };
  const contents = new Map<string, Buffer>();
  const { signal } = new AbortController();
  const store = await openStore(await (shared ??= mkdtemp(join(tmpdir(), 'lectern-podcasts-'))));
  const made = await runBuild({ store, signal, tools }, async (build) => {
    const reading = await readBook(build, await readSource(found), desk);
    const plan = await planPodcast(build, reading, desk, { baseUrl: options.baseUrl, tell });
    desk.stopOnErrors();
    const script = await planBook(build, reading);
    const recording = recordingOf(script);
    const episodes = await episodesOf(build, plan, recording, options);
    const own = await podcastOf(build, reading, plan, { episodes, script, recording });
    const outputs = [...episodes.flatMap(({ audio, alternates }) => [audio, ...alternates]), ...own];
    for (const { name, blob } of outputs) contents.set(name, Buffer.from(await build.blobs.readAll(blob)));
    return { plan, outputs };
  });
  const bytes = (name: string): Buffer => {
    const content = contents.get(name);
    if (!content) throw new Error(`There is no ${name} among ${[...contents.keys()].join(', ')}.`);
    return content;
  };
  return {
    ...made,
    events,
    bytes,
    text: (name) => bytes(name).toString(),
    problems: desk.all(),
  };
}

function recordingOf({ chapters }: WordedScript): readonly HeardChapter[] {
  return chapters.map(({ id, title, utterances }) => ({
    id,
    title,
    sampleRate,
    samples: utterances.length * sampleRate,
    clips: utterances.map(({ id: utterance, target, text }, index) => ({
      utterance,
      ...(target !== undefined && { target }),
      beginSample: index * sampleRate,
      endSample: (index + 1) * sampleRate - 100,
      words: [0, text.length, index * sampleRate, (index + 1) * sampleRate - 100],
    })),
  }));
}

async function episodesOf(
  build: Sound['build'],
  { bookStem, chapters }: PodcastPlan,
  recording: readonly HeardChapter[],
  { alternates: endings = [], picture }: PodcastOptions,
): Promise<readonly Episode[]> {
  const image = picture === undefined ? undefined : await build.blobs.write([Buffer.from(picture)]);
  const file = async (name: string, samples: number): Promise<Output> => {
    const blob = await build.blobs.write([Buffer.from(`${name} `.repeat(samples))]);
    return { name, edition: 'podcast', blob, ...blob, seconds: samples / sampleRate, tools: {} };
  };
  const episodeOf = async (stem: string, heard: readonly HeardChapter[]) => {
    const samples = heard.reduce((sum, chapter) => sum + chapter.samples, 0);
    return {
      audio: await file(`podcast/${stem}.mp3`, samples),
      alternates: await Promise.all(endings.map((ending) => file(`podcast/${stem}.${ending}`, samples))),
      marks: heard.map(({ id, title, samples: own }, index) => {
        const begin = heard.slice(0, index).reduce((sum, chapter) => sum + chapter.samples, 0);
        return {
          id,
          title,
          level: 1,
          beginSample: begin,
          beginMilliseconds: begin,
          endMilliseconds: begin + own,
          ...(image && index > 0 && { image: { image, mediaType: 'image/jpeg' as const } }),
        };
      }),
    };
  };
  const book =
    bookStem === undefined ? [] : [{ kind: 'book' as const, ...(await episodeOf(bookStem, recording)) }];
  const ofChapters = await Promise.all(
    chapters.map(async (chapter) => {
      const heard = recording.filter(({ id }) => id === chapter.id);
      return { kind: 'chapter' as const, chapter, ...(await episodeOf(chapter.stem, heard)) };
    }),
  );
  return [...book, ...ofChapters];
}
