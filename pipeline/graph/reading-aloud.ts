import { arrangeSegments } from '../audio/arrange-segments.ts';
import { encodeOverlay } from '../audio/encode-overlay.ts';
import { segmentsOf, type Segment as SoundSegment } from '../audio/segments.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { ReadAloud, ReadAloudPage, Segment } from '../epub/epub-input.ts';
import { orderOf, voicedOf } from '../epub/overlay/voiced.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { Sound } from './builds.ts';
import type { Reading } from './reading.ts';

/** The sound of every page that is heard, in the order of the page, encoded for the EPUB, with its times. */
export async function readAloudOf(
  { build }: Sound,
  { publication, book }: Reading,
  script: WordedScript,
  pages: readonly ChapterAudio[],
  jobs: number,
): Promise<ReadAloud> {
  const texts =
    publication.settings.narration.readAloud === 'word'
      ? new Map(script.chapters.flatMap(({ utterances }) => utterances.map(({ id, text }) => [id, text])))
      : undefined;
  const orders = new Map(book.chapters.map((chapter) => [chapter.id, orderOf(voicedOf(chapter))]));
  const { narrator } = publication.metadata;
  return {
    narrator: spokenWordsOf(book.language).narratorTag(narrator),
    pages: await mapLimited(
      pages.filter(({ samples }) => samples > 0),
      jobs,
      (page) => readPage(build, page, orders.get(page.id), texts),
      build.signal,
    ),
  };
}

async function readPage(
  build: Sound['build'],
  page: ChapterAudio,
  order: ReadonlyMap<string, number> | undefined,
  texts: ReadonlyMap<string, string> | undefined,
): Promise<ReadAloudPage> {
  const { id, title, sampleRate } = page;
  const heard = segmentsOf(page);
  const arranged =
    order === undefined ? heard : heard.toSorted((a, b) => placeOf(a, order) - placeOf(b, order));
  const isAsHeard = arranged.every((segment, index) => segment === heard[index]);
  const { pcm } = isAsHeard
    ? page
    : await build.step(
        arrangeSegments,
        {
          pcm: page.pcm,
          ranges: arranged.map(({ beginSample, endSample }) => [beginSample, endSample] as const),
        },
        { label: title },
      );
  const { file } = await build.step(encodeOverlay, { pcm, sampleRate, title }, { label: title });
  const placed = isAsHeard ? arranged : behindOneAnother(arranged);
  const clips = new Map(page.clips.map((clip) => [clip.utterance, clip]));
  const segments = placed.map(({ target, utterance, beginSample, endSample }, index) => ({
    target,
    beginSample,
    endSample,
    ...heardWords(texts?.get(utterance), clips.get(utterance)?.words, arranged[index]?.beginSample ?? 0),
  }));
  return { id, audio: file, sampleRate, samples: segments.at(-1)?.endSample ?? page.samples, segments };
}

/** Words as the EPUB wants them: three numbers each, and the times counted from the segment's beginning in the chapter. */
function heardWords(
  text: string | undefined,
  words: readonly number[] | undefined,
  beginSample: number,
): Pick<Segment, 'heard'> {
  if (text === undefined || words === undefined) return {};
  const count = words.length / 4;
  const own = Array.from({ length: count }, (_, word) => {
    const [begin = 0, end = 0, sample = 0] = words.slice(word * 4, word * 4 + 3);
    return [begin, end, sample - beginSample];
  });
  return { heard: { text, words: own.flat() } };
}

/** What the page has no place for is at its end; making the overlay then tells of it. */
function placeOf({ target }: SoundSegment, order: ReadonlyMap<string, number>): number {
  return order.get(target) ?? Number.MAX_SAFE_INTEGER;
}

function behindOneAnother(segments: readonly SoundSegment[]): readonly SoundSegment[] {
  let reached = 0;
  return segments.map(({ beginSample, endSample, ...rest }) => {
    const begin = reached;
    reached += endSample - beginSample;
    return { ...rest, beginSample: begin, endSample: reached };
  });
}
