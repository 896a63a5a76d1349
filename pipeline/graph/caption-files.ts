/** Captions and transcripts as files, of a whole book or of some of its chapters. */
import type { ChapterAudio } from '../audio/timeline.ts';
import { placeChapters } from '../captions/place-chapters.ts';
import { captionChapter } from '../captions/plan-cues.ts';
import { srtPieces } from '../captions/srt.ts';
import type { Cue, TimedChapter, TimedUtterance } from '../captions/timed-text.ts';
import { transcriptHtmlPieces } from '../captions/transcript-html.ts';
import { transcriptTextPieces } from '../captions/transcript-text.ts';
import type { BlockOf } from '../captions/transcript.ts';
import { vttPieces } from '../captions/vtt.ts';
import { transcriptWord } from '../captions/words.ts';
import { wordsJsonPieces } from '../captions/words-json.ts';
import { wordsOf } from '../epub/words.ts';
import type { WordedScript, WordedUtterance } from '../narration/word-chapter.ts';
import { spokenWordsOf } from '../narration/words.ts';
import type { Output } from '../report/place-outputs.ts';
import { version } from '../version.ts';
import type { TextBuild } from './builds.ts';
import type { Reading } from './reading.ts';

/** A chapter as it was recorded: what captions need of it. */
export type HeardChapter = Pick<ChapterAudio, 'id' | 'title' | 'sampleRate' | 'samples' | 'clips'>;

export type Captioned = {
  readonly chapter: TimedChapter;
  readonly cues: readonly Cue[];
  readonly sampleRate: number;
};

/** Every chapter with its utterances' times, and its cues where they are wanted. */
export async function captionChapters(
  build: TextBuild,
  script: WordedScript,
  recording: readonly HeardChapter[],
  { cues: wantsCues }: { readonly cues: boolean },
): Promise<readonly Captioned[]> {
  const utterances = new Map(
    script.chapters.flatMap((chapter) => chapter.utterances.map((utterance) => [utterance.id, utterance])),
  );
  return Promise.all(
    recording.map(async (audio) => {
      const chapter = timedChapter(audio, utterances);
      const { sampleRate, samples, title } = audio;
      const input = { sampleRate, samples, utterances: chapter.utterances };
      const { cues } = wantsCues ? await build.step(captionChapter, input, { label: title }) : { cues: [] };
      return { chapter, cues, sampleRate };
    }),
  );
}

/** The texts of the files by the ends of their names, each written when it is asked for. */
export type CaptionTexts = Readonly<
  Record<'vtt' | 'srt' | 'words.json' | 'transcript.html' | 'transcript.txt', () => Iterable<string>>
>;

/** How captions of a book are written: times count from the first of the chapters that are given. */
export function captionWriter({
  publication,
  book,
}: Reading): (captioned: readonly Captioned[], title?: string) => CaptionTexts {
  const { language, direction } = book;
  const speaker = spokenWordsOf(language).narratorTag(publication.metadata.narrator);
  const blockOf = blocksOf(book.chapters);
  const words = { transcript: transcriptWord(language), contents: wordsOf(language).words.contents };
  return (captioned, title = book.title) => {
    const chapters = placeChapters(captioned);
    const sampleRate = captioned[0]?.sampleRate ?? 1;
    const about = { title, language, direction, sampleRate, words };
    return {
      vtt: () => vttPieces(chapters, sampleRate, speaker),
      srt: () => srtPieces(chapters, sampleRate),
      'words.json': () => wordsJsonPieces(chapters, sampleRate, speaker),
      'transcript.html': () => transcriptHtmlPieces(chapters, blockOf, about),
      'transcript.txt': () => transcriptTextPieces(chapters, blockOf),
    };
  };
}

/** A file of text among the outputs. */
export async function writeText(
  build: Pick<TextBuild, 'blobs'>,
  name: string,
  edition: string,
  pieces: Iterable<string>,
): Promise<Output> {
  const blob = await build.blobs.write(inBytes(pieces));
  return { name, edition, blob, ...blob, tools: { lectern: version } };
}

function timedChapter(
  { id, title, samples, clips }: HeardChapter,
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
