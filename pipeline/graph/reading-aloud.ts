import { bindOverlay } from '../audio/bind-overlay.ts';
import { segmentsOf, type Segment as SoundSegment } from '../audio/segments.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { ReadAloud, ReadAloudPage, Segment } from '../epub/epub-input.ts';
import type { WordedScript } from '../narration/word-chapter.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { Sound } from './builds.ts';
import type { EncodedChapter } from './encoding.ts';
import { pageOrders, placeOn, type PageOrder } from './page-order.ts';
import type { Reading } from './reading.ts';

/** The sound of every page that is heard, in the order of the page, for the EPUB, with its times. */
export async function readAloudOf(
  { build }: Sound,
  { publication, book }: Reading,
  script: WordedScript,
  pages: readonly EncodedChapter[],
  jobs: number,
): Promise<ReadAloud> {
  const texts =
    publication.settings.narration.readAloud === 'word'
      ? new Map(script.chapters.flatMap(({ utterances }) => utterances.map(({ id, text }) => [id, text])))
      : undefined;
  const orders = pageOrders(book);
  const { narrator } = publication.metadata;
  return {
    narrator: spokenWordsOf(book.language).narratorTag(narrator),
    pages: await mapLimited(
      pages,
      jobs,
      (page) => readPage(build, page, orders.get(page.chapter.id), texts),
      build.signal,
    ),
  };
}

async function readPage(
  build: Sound['build'],
  { chapter, chunks }: EncodedChapter,
  order: PageOrder | undefined,
  texts: ReadonlyMap<string, string> | undefined,
): Promise<ReadAloudPage> {
  const { id, title, sampleRate } = chapter;
  const heard = chapter.cuts.map((end, index) => {
    const begin = chapter.cuts[index - 1] ?? 0;
    return { chunk: chunks[index], begin, samples: end - begin };
  });
  const segments = segmentsOf(chapter);
  const inChunk = heard.map(({ begin, samples }) =>
    segments.filter(({ beginSample }) => beginSample >= begin && beginSample < begin + samples),
  );
  const shown = [...heard.keys()];
  if (order !== undefined) {
    // Chunks were cut where the orders part, so that the first element of each tells where all of it stands. Where none begins
    // one goes on: what stays behind its beginning.
    const places = heard.map(({ begin }, index) => {
      const first = inChunk[index]?.[0] ?? segments.findLast(({ beginSample }) => beginSample < begin);
      return first === undefined ? 0 : placeOn(order, first.target);
    });
    shown.sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  }
  const runs = shown.flatMap((index) => heard[index]?.chunk ?? []);
  const { file } = await build.step(
    bindOverlay,
    {
      chunks: runs.map(({ frames, lastFrameByte, frameCount }) => ({ frames, lastFrameByte, frameCount })),
      sampleRate,
    },
    { label: title },
  );
  const clips = new Map(chapter.clips.map((clip) => [clip.utterance, clip]));
  const placed: Segment[] = [];
  let reached = 0;
  for (const index of shown) {
    const { begin = 0, samples = 0 } = heard[index] ?? {};
    for (const segment of inChunk[index] ?? []) {
      const { target, utterance, beginSample, endSample } = segment;
      placed.push({
        target,
        beginSample: beginSample - begin + reached,
        endSample: endSample - begin + reached,
        ...heardWords(texts?.get(utterance), clips.get(utterance)?.words, beginSample),
      });
    }
    reached += samples;
  }
  return {
    id,
    audio: file,
    sampleRate,
    samples: placed.at(-1)?.endSample ?? chapter.samples,
    segments: placed,
  };
}

/** Words as the EPUB wants them: three numbers each, and the times counted from the segment's beginning in the chapter. */
function heardWords(
  text: string | undefined,
  words: readonly number[] | undefined,
  beginSample: SoundSegment['beginSample'],
): Pick<Segment, 'heard'> {
  if (text === undefined || words === undefined) return {};
  const count = words.length / 4;
  const own = Array.from({ length: count }, (_, word) => {
    const [begin = 0, end = 0, sample = 0] = words.slice(word * 4, word * 4 + 3);
    return [begin, end, sample - beginSample];
  });
  return { heard: { text, words: own.flat() } };
}
