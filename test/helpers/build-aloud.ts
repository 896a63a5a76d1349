/** A publication built with all editions in this process, by a voice of tones: quick, and with every time exact. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { chapterAudioSchema, type ChapterAudio } from '../../pipeline/audio/timeline.ts';
import { buildPublication } from '../../pipeline/build-publication.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import type { Store } from '../../pipeline/engine/store.ts';
import type { BuildEvent } from '../../pipeline/events.ts';
import { AuthorProblemsError } from '../../pipeline/problem.ts';
import { findPublications } from '../../pipeline/source/find-publications.ts';
import { createSpeechTools } from '../../pipeline/speech/tools.ts';
import { createToneEngine, toneVoice } from '../speech/tone-engine.ts';

export type BuiltAloud = {
  readonly name: string;
  readonly epub: Buffer;
  /** The audiobooks by their formats, as paths. */
  readonly audiobooks: Readonly<Record<string, string>>;
  /** The one table of times: every chapter as `time-chapter` counted it, the EPUB's own pages too; by their ids. */
  readonly timeline: ReadonlyMap<string, ChapterAudio>;
  readonly events: readonly BuildEvent[];
};

export type AloudOptions = {
  /** For the store, which builds may share. */
  readonly folder: string;
  readonly out: string;
  /** At least one: without an audiobook nothing is spoken. */
  readonly formats: readonly ('m4b' | 'mp3')[];
};

/** Looked for once: to look into it takes processes. */
let ffmpeg: ReturnType<typeof findFfmpeg> | undefined;

/** @returns undefined where the author made an error, or nothing can be heard of it */
export async function buildAloud(
  publication: string,
  { folder, out, formats }: AloudOptions,
): Promise<BuiltAloud | undefined> {
  const [found] = (await findPublications(publication)).found;
  if (found === undefined) return undefined;
  const timeline = new Map<string, ChapterAudio>();
  const events: BuildEvent[] = [];
  const speech = createSpeechTools([createToneEngine()]);
  const { signal } = new AbortController();
  try {
    await buildPublication(found, {
      out,
      editions: new Set(['epub', 'captions', ...formats]),
      allow: new Set(),
      store: watched(await openStore(join(folder, 'store')), timeline),
      jobs: 2,
      sound: { speech, ffmpeg: await (ffmpeg ??= findFfmpeg({ environment: process.env })) },
      voice: toneVoice.id,
      signal,
      tell: (event) => events.push(event),
    });
  } catch (error) {
    if (error instanceof AuthorProblemsError) return undefined;
    throw error;
  } finally {
    await speech.dispose();
  }
  const placed = events.flatMap((event) => (event.type === 'placed' ? [event] : []))[0];
  const files = (placed?.files ?? []).map(({ name }) => [name.split('.').at(-1) ?? '', join(placed?.folder ?? '', name)] as const); // prettier-ignore
  const byFormat = Object.fromEntries(files);
  const epub = byFormat['epub'];
  if (placed === undefined || epub === undefined || formats.some((format) => !(format in byFormat))) return undefined; // prettier-ignore
  return {
    name: placed.publication,
    epub: await readFile(epub),
    audiobooks: Object.fromEntries(formats.map((format) => [format, byFormat[format] ?? ''])),
    timeline,
    events,
  };
}

/** The store, and what `time-chapter` gave it or found in it. */
function watched({ records, ...store }: Store, timeline: Map<string, ChapterAudio>): Store {
  const see = (value: unknown): void => {
    const { success, data } = chapterAudioSchema.safeParse(value);
    if (success) timeline.set(data.id, data);
  };
  return {
    ...store,
    records: {
      read: async (key) => {
        const value = await records.read(key);
        see(value);
        return value;
      },
      write: async (key, value) => {
        see(value);
        await records.write(key, value);
      },
    },
  };
}
