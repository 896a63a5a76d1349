/** The book as a W3C Audiobook in one file, which libraries take. */
import type { AudioCover } from '../audio/audiobook.ts';
import { bindOverlay } from '../audio/bind-overlay.ts';
import { chapterMarks } from '../audio/chapter-marks.ts';
import { profiles } from '../audio/profiles.ts';
import type { BookTags } from '../audio/tags/book-tags.ts';
import { authorNames, listed, wordsOf } from '../document/words.ts';
import type { Json } from '../engine/json.ts';
import { mapLimited } from '../engine/map-limited.ts';
import { identifierOf } from '../epub/package/identifier.ts';
import { wordsOf as pageWordsOf } from '../epub/words.ts';
import { licenceOf } from '../licence.ts';
import type { LpfChapter, LpfInput } from '../lpf/lpf-input.ts';
import { makeLpf } from '../lpf/make-lpf.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import type { Output } from '../report/place-outputs.ts';
import type { Sound } from './builds.ts';
import { captionChapters, captionWriter, type Captioned } from './caption-files.ts';
import { runsOf, type EncodedChapter } from './encoding.ts';
import type { HeardBook } from './heard-book.ts';
import type { Made } from './made.ts';
import type { Reading } from './reading.ts';
import { sectionsOf } from './tagging.ts';

export type LpfFileInput = {
  readonly heard: HeardBook;
  readonly script: WordedScript;
  readonly tags: BookTags;
  readonly cover: AudioCover;
  readonly tools: Readonly<Record<string, Json>>;
};

/** Sections are in the contents however deep the marks of players go. */
const DEPTH = 6;
const AT_ONCE = 4;

/** The sound of the audiobook, a file a chapter, with what is said in writing. */
export async function lpfFile(
  sound: Sound,
  reading: Reading,
  { heard, script, tags, cover, tools }: LpfFileInput,
): Promise<Made> {
  const { build } = sound;
  const { publication, book } = reading;
  const { metadata, slug } = publication;
  const profile = profiles.audiobook;
  const encoded = await heard.encode(profile);
  const recorded = heard.inBook.map(({ chapter }) => chapter);
  const captioned = await captionChapters(build, script, recorded, { cues: true });
  const chapters = await mapLimited(
    encoded,
    AT_ONCE,
    (one, index) => chapterOf(build, reading, one, captioned[index]),
    build.signal,
  );
  const licence = licenceOf(metadata.license ?? '')?.address;
  const words = wordsOf(book.language);
  const input: LpfInput = {
    tags,
    identifier: identifierOf(metadata),
    ...(metadata.modified !== undefined && { modified: metadata.modified }),
    ...(licence !== undefined && { licence }),
    direction: book.direction,
    chapters,
    cover: {
      ...{ image: cover.image, mediaType: cover.mediaType },
      alternative:
        reading.cover && metadata.cover
          ? metadata.cover.alt
          : words.cover(metadata.title, listed(authorNames(metadata.authors), words)),
    },
    words: { contents: pageWordsOf(book.language).words.contents },
  };
  const { file } = await build.step(makeLpf, input, { label: slug });
  const seconds = chapters.reduce((sum, chapter) => sum + chapter.seconds, 0);
  const output: Output = { name: `${slug}.lpf`, edition: 'lpf', blob: file, ...file, seconds, tools };
  const levels = encoded.flatMap(({ chunks }) => chunks.map((chunk) => chunk.levels));
  const delivery = { sha256: file.sha256, profile, seconds, levels, chapters: encoded.length };
  return { outputs: [output], deliveries: [delivery] };
}

async function chapterOf(
  build: Sound['build'],
  reading: Reading,
  encoded: EncodedChapter,
  captioned: Captioned | undefined,
): Promise<LpfChapter> {
  const { id, title, samples, sampleRate } = encoded.chapter;
  const { file } = await build.step(bindOverlay, { chunks: runsOf([encoded]), sampleRate }, { label: title });
  const { marks } = chapterMarks([encoded.chapter], sectionsOf(reading.book, DEPTH));
  const texts = captioned && captionWriter(reading)([captioned], title);
  const write = async (pieces: Iterable<string>) => build.blobs.write([Buffer.from([...pieces].join(''))]);
  return {
    id,
    title,
    audio: file,
    mediaType: 'audio/mp4',
    seconds: samples / sampleRate,
    sections: marks
      .filter(({ level }) => level > 1)
      .map((mark) => ({
        title: mark.title,
        beginSeconds: mark.beginMilliseconds / 1000,
        level: mark.level,
      })),
    ...(texts && {
      texts: [
        { text: await write(texts['transcript.html']()), mediaType: 'text/html' },
        { text: await write(texts.vtt()), mediaType: 'text/vtt' },
      ],
    }),
  };
}
