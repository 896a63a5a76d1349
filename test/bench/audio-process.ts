/**
 * One process of the audio benchmark: finishes a book as a build does. Arguments: the folder of the store, and the file that
 * lists its chapters.
 */
import { readFile } from 'node:fs/promises';
import type { AudioFileInput } from '../../pipeline/audio/audiobook.ts';
import { bindM4b } from '../../pipeline/audio/bind-m4b.ts';
import { bindMp3 } from '../../pipeline/audio/bind-mp3.ts';
import { chapterMarks } from '../../pipeline/audio/chapter-marks.ts';
import { findFfmpeg } from '../../pipeline/audio/find-ffmpeg.ts';
import { profiles } from '../../pipeline/audio/profiles.ts';
import { timeChapter, type TimeChapterInput } from '../../pipeline/audio/time-chapter.ts';
import { openStore } from '../../pipeline/engine/open-store.ts';
import { runBuild } from '../../pipeline/engine/run-build.ts';
import type { SoundTools } from '../../pipeline/graph/builds.ts';
import { runsOf } from '../../pipeline/graph/encoding.ts';
import { heardBook } from '../../pipeline/graph/heard-book.ts';
import { opusFile } from '../../pipeline/graph/opus.ts';

const [folder = '', list = ''] = process.argv.slice(2);
const inputs = JSON.parse(await readFile(list, 'utf8')) as readonly TimeChapterInput[];
// Nothing is spoken here.
const tools = { ffmpeg: await findFfmpeg({ environment: process.env }) } as SoundTools;
await runBuild({ store: await openStore(folder), tools }, async (build) => {
  const chapters = await Promise.all(inputs.map((input) => build.step(timeChapter, input)));
  const heard = heardBook(build, chapters, [], () => undefined);
  const { marks, samples, sampleRate } = chapterMarks(chapters);
  const tags = { title: 'An hour', authors: ['Lectern bench'], language: 'en' };
  const shared = { tags, marks, samples, sampleRate };
  const whole = async (profile: typeof profiles.audiobook | typeof profiles.podcast) => {
    const encoded = await heard.encode(profile);
    return { ...shared, chunks: runsOf(encoded) } satisfies AudioFileInput;
  };
  const files = await Promise.all([
    whole(profiles.audiobook).then(async (input) => (await build.step(bindM4b, input)).file),
    whole(profiles.podcast).then(async (input) => (await build.step(bindMp3, input)).file),
    opusFile({ build }, { ...shared, slug: 'hour', chapters: heard.inBook, tools: {} }).then(
      ({ outputs }) => outputs[0]?.blob,
    ),
  ]);
  const paths = await Promise.all(files.flatMap((file) => (file ? [build.blobs.path(file)] : [])));
  process.stdout.write(JSON.stringify(paths));
});
