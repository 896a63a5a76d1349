import { captionChapter } from '../captions/plan-cues.ts';
import { placeChapters } from '../captions/place-chapters.ts';
import { srtPieces } from '../captions/srt.ts';
import type { TimedChapter, TimedUtterance } from '../captions/timed-text.ts';
import { transcriptHtmlPieces } from '../captions/transcript-html.ts';
import { transcriptTextPieces } from '../captions/transcript-text.ts';
import type { BlockOf } from '../captions/transcript.ts';
import { vttPieces } from '../captions/vtt.ts';
import { transcriptWord } from '../captions/words.ts';
import { wordsJsonPieces } from '../captions/words-json.ts';
import type { ChapterAudio } from '../audio/timeline.ts';
import type { Edition } from '../editions.ts';
import { wordsOf } from '../epub/words.ts';
import type { WordedScript, WordedUtterance } from '../narration/word-chapter.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** Captions and transcripts of the audiobook: what was said, as it is written, at the times that were counted. */
export async function captionBook(
  build: TextBuild,
  { publication, book }: Reading,
  script: WordedScript,
  recording: readonly ChapterAudio[],
  editions: ReadonlySet<Edition>,
): Promise<readonly Output[]> {
  if (!editions.has('captions') && !editions.has('transcript')) return [];
  const utterances = new Map(
    script.chapters.flatMap((chapter) => chapter.utterances.map((utterance) => [utterance.id, utterance])),
  );
  const captioned = await Promise.all(
    recording.map(async (audio) => {
      const chapter = timedChapter(audio, utterances);
      const { sampleRate, samples, title } = audio;
      const input = { sampleRate, samples, utterances: chapter.utterances };
      const { cues } = editions.has('captions')
        ? await build.step(captionChapter, input, { label: title })
        : { cues: [] };
      return { chapter, cues };
    }),
  );
  const chapters = placeChapters(captioned);
  const sampleRate = recording[0]?.sampleRate ?? 1;
  // Nothing to hear: the author has been told.
  if (chapters.length === 0) return [];
  const { slug, metadata } = publication;
  const speaker = spokenWordsOf(book.language).narratorTag(metadata.narrator);
  const write = async (
    edition: Edition,
    ending: string,
    pieces: Iterable<string>,
  ): Promise<readonly Output[]> => {
    if (!editions.has(edition)) return [];
    const blob = await build.blobs.write(inBytes(pieces));
    return [{ name: `${slug}.${ending}`, edition, blob, ...blob, tools: { lectern: version } }];
  };
  const blockOf = blocksOf(book.chapters);
  const { language, direction, title } = book;
  const words = { transcript: transcriptWord(language), contents: wordsOf(language).words.contents };
  const about = { title, language, direction, sampleRate, words };
  return [
    ...(await write('captions', 'vtt', vttPieces(chapters, sampleRate, speaker))),
    ...(await write('captions', 'srt', srtPieces(chapters, sampleRate))),
    ...(await write('captions', 'words.json', wordsJsonPieces(chapters, sampleRate, speaker))),
    ...(await write('transcript', 'transcript.html', transcriptHtmlPieces(chapters, blockOf, about))),
    ...(await write('transcript', 'transcript.txt', transcriptTextPieces(chapters, blockOf))),
  ];
}

function timedChapter(
  { id, title, samples, clips }: ChapterAudio,
  utterances: ReadonlyMap<string, WordedUtterance>,
): TimedChapter {
  return {
    id,
    title,
    samples,
    utterances: clips.flatMap(({ utterance, beginSample, endSample, words }): readonly TimedUtterance[] => {
      const said = utterances.get(utterance);
      if (said === undefined) return [];
      const { target, role, text, language } = said;
      return [
        { ...(target !== undefined && { target }), role, text, language, beginSample, endSample, words },
      ];
    }),
  };
}

/** Which block every sentence stands in. Any object of the model with sentences is one, whatever its kind. */
function blocksOf(model: unknown): BlockOf {
  const blocks = new Map<string, { readonly id: string; readonly rank?: number }>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { id, rank, sentences } = value as { id?: unknown; rank?: unknown; sentences?: unknown };
    if (typeof id === 'string' && Array.isArray(sentences)) {
      const block = { id, ...(typeof rank === 'number' && { rank }) };
      for (const sentence of sentences as readonly { readonly id: string }[]) blocks.set(sentence.id, block);
      return;
    }
    for (const item of Object.values(value)) visit(item);
  };
  visit(model);
  return (target) => blocks.get(target);
}

/** A few thousand pieces at a time: a write for each word would take longer than all the rest. */
function* inBytes(pieces: Iterable<string>): Iterable<Uint8Array> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < 1 << 16) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}
