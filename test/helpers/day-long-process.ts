/**
 * A book of 24 hours and 400 chapters, tones and silence in place of speech, made into M4B and MP3 as a build does it. Argument: a
 * folder. Prints the paths of both, and where the last chapter begins.
 */
import { join } from 'node:path';
import { bindM4b } from '../../pipeline/audio/bind-m4b.ts';
import { bindMp3 } from '../../pipeline/audio/bind-mp3.ts';
import { chapterMarks } from '../../pipeline/audio/chapter-marks.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { profiles } from '../../pipeline/audio/profiles.ts';
import { timeChapter } from '../../pipeline/audio/time-chapter.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import type { SoundTools } from '../../pipeline/graph/builds.ts';
import { runsOf } from '../../pipeline/graph/encoding.ts';
import { heardBook } from '../../pipeline/graph/heard-book.ts';
import { tone } from '../audio/tones.ts';

const CHAPTERS = 400;
const sampleRate = 24_000;
const [folder = ''] = process.argv.slice(2);
const store = await openStore(join(folder, 'store'));
// Nothing is spoken here.
const tools = { ffmpeg: await findFfmpeg({ environment: process.env }) } as SoundTools;
await runBuild({ store, tools }, async (build) => {
  // A dozen tones over and over, with pauses of other lengths: what is equal is encoded once, and a day is soon over.
  const tones = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const pcm = await build.blobs.write([tone(2 + index * 0.1, sampleRate)]);
      return { pcm, sampleRate, samples: pcm.bytes / 2, times: [], at: [], pauseSeconds: 0 };
    }),
  );
  const clips = Array.from({ length: 36 }, (_, index) => {
    const sound = tones[index % tones.length];
    return { utterance: `u${index}`, sounds: sound ? [sound] : [], pauseSeconds: 3.45 };
  });
  const chapters = await Promise.all(
    Array.from({ length: CHAPTERS }, (_, index) =>
      build.step(timeChapter, { id: `c${index}`, title: `Chapter ${index + 1}`, sampleRate, clips }),
    ),
  );
  const heard = heardBook(build, chapters, [], () => undefined);
  const { marks, samples } = chapterMarks(chapters);
  const tags = { title: 'A day', authors: ['Lectern'], language: 'en' };
  const m4b = { tags, marks, samples, sampleRate, chunks: runsOf(await heard.encode(profiles.audiobook)) };
  const mp3 = { ...m4b, chunks: runsOf(await heard.encode(profiles.podcast)) };
  const files = [(await build.step(bindM4b, m4b)).file, (await build.step(bindMp3, mp3)).file];
  const paths = await Promise.all(files.map((file) => build.blobs.path(file)));
  const last = marks.at(-1)?.beginSample ?? NaN;
  process.stdout.write(
    JSON.stringify({ paths, hours: samples / sampleRate / 3600, lastSeconds: last / sampleRate }),
  );
});
