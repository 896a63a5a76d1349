import { mapLimited } from '../engine/map-limited.ts';
import type { WordedScript, WordedUtterance } from '../narration/word-chapter.ts';
import type { Place, Problem } from '../problem.ts';
import { problems } from '../problems.ts';
import type { PlacedLine, PronouncedChapter } from '../speech/pronounce-chapter.ts';
import { speak, type Spoken } from '../speech/speak.ts';
import type { SpeechTools } from '../speech/tools.ts';
import type { Sound } from './builds.ts';
import type { Cast } from './casting.ts';

/** What each voice's sound depends on, by the voice's id. */
export async function identitiesOf(
  speech: SpeechTools,
  { voices }: Cast,
): Promise<ReadonlyMap<string, string>> {
  const identities = voices.map(
    async (voice) => [voice.id, JSON.stringify(await speech.engineOf(voice.id).identity(voice))] as const,
  );
  return new Map(await Promise.all(identities));
}

/** A line that was spoken, and the utterance that it is part of. */
export type SpokenLine = {
  readonly utterance: WordedUtterance;
  readonly placed: PlacedLine;
  readonly result: Spoken;
};

/**
 * Speaks every line of a book, in the order of the script.
 *
 * @param onChapter gets a chapter's lines when the last of them is spoken, by the chapter's place in the script; not called for one
 *   that has none
 */
export async function speakBook(
  build: Sound['build'],
  script: WordedScript,
  pronounced: readonly PronouncedChapter[],
  identities: ReadonlyMap<string, string>,
  { jobs, onChapter }: { readonly jobs: number; readonly onChapter: (chapter: number, lines: readonly SpokenLine[]) => void }, // prettier-ignore
): Promise<readonly SpokenLine[]> {
  const chapters = script.chapters.map(({ title, utterances }, chapter) =>
    utterances.flatMap((utterance, number) =>
      (pronounced[chapter]?.utterances[number]?.lines ?? []).map((placed) => ({
        utterance,
        placed,
        title,
        chapter,
      })),
    ),
  );
  const left = chapters.map(({ length }) => length);
  const spoken = chapters.map((): SpokenLine[] => []);
  const lines = chapters.flatMap((own) => own.map((line, place) => ({ ...line, place })));
  // Twice as many as speak at once, so that none waits for the next text.
  return mapLimited(
    lines,
    jobs * 2,
    async ({ utterance, placed, title, chapter, place }) => {
      const identity = identities.get(placed.line.voice) ?? '';
      const label = `“${excerpt(utterance.text)}” in ${title}`;
      const result = await build.step(speak, { ...placed.line, identity }, { label });
      const line = { utterance, placed, result };
      const own = spoken[chapter] ?? [];
      own[place] = line;
      left[chapter] = (left[chapter] ?? 0) - 1;
      if (left[chapter] === 0) onChapter(chapter, own);
      return line;
    },
    build.signal,
  );
}

/** What the author should know of a line that was spoken. */
export function problemsOf({ utterance, result }: SpokenLine, place: Place): readonly Problem[] {
  const text = excerpt(utterance.text);
  if ('unsaid' in result) return [problems.notSpoken(place, text, result.unsaid)];
  return result.faults === undefined ? [] : [problems.soundsWrong(place, text, result.faults)];
}

/** Enough words to find a text by. */
export function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
}

/** The lines of each utterance, in their order, by its id. */
export function byIds(spoken: readonly SpokenLine[]): ReadonlyMap<string, readonly SpokenLine[]> {
  const groups = new Map<string, SpokenLine[]>();
  for (const line of spoken) {
    const group = groups.get(line.utterance.id);
    if (group) group.push(line);
    else groups.set(line.utterance.id, [line]);
  }
  return groups;
}
