import type { Build } from '../engine/build.ts';
import { mapLimited } from '../engine/map-limited.ts';
import type { Tell } from '../events.ts';
import { primaryLanguage } from '../language-tag.ts';
import { wordEnglish } from '../narration/english/word-english.ts';
import type { ProblemDesk } from '../problem-desk.ts';
import type { Place } from '../problem.ts';
import { problems } from '../problems.ts';
import { englishJudge } from '../speech/recogniser/judge-hearing.ts';
import type { Recogniser } from '../speech/recogniser/open-recogniser.ts';
import { transcribe } from '../speech/transcribe.ts';
import { excerpt, type SpokenLine } from './speaking.ts';

/** Ears: there where the author wants to know whether all was said. */
export type Hearing = {
  readonly build: Build<{ readonly recogniser: Recogniser }>;
  readonly recogniser: Recogniser;
};

/** Fetches the recogniser, where it is missing. */
export async function installRecogniser(
  { recogniser }: Hearing,
  publication: string,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: Tell },
): Promise<void> {
  await recogniser.install({
    signal,
    progress: (doneBytes, totalBytes) => {
      tell({ type: 'installing', publication, what: 'recogniser', doneBytes, totalBytes });
    },
  });
}

/**
 * Hears every utterance again, and tells the author of those in which other words were heard. The recogniser knows English alone:
 * what is in other languages is counted, not judged.
 *
 * @param byUtterance the lines of each utterance, in their order
 */
export async function verifyBook(
  { build, recogniser }: Hearing,
  byUtterance: ReadonlyMap<string, readonly SpokenLine[]>,
  { publication, place, tell }: { readonly publication: string; readonly place: Place; readonly tell: Tell },
  desk: ProblemDesk,
): Promise<void> {
  const judge = await englishJudge(wordEnglish);
  const heard = await mapLimited(
    byUtterance.values(),
    recogniser.jobs * 2,
    async (lines) => hearUtterance(build, lines),
    build.signal,
  );
  const judged = heard.flatMap((one) =>
    one === undefined ? [] : [{ ...one, ...judge(one.said, one.heard) }],
  );
  const suspect = judged.filter((one) => one.suspect);
  desk.take(suspect.map((one) => problems.heardDifferently(place, one.said, one.heard)));
  tell({
    type: 'verified',
    publication,
    utterances: judged.length,
    unheard: heard.length - judged.length,
    words: judged.reduce((sum, { words }) => sum + words, 0),
    errors: judged.reduce((sum, { errors }) => sum + errors, 0),
    suspect: suspect.length,
  });
}

/** What was to be said and what was heard, of all that is English in an utterance; undefined where nothing is. */
async function hearUtterance(
  build: Hearing['build'],
  lines: readonly SpokenLine[],
): Promise<{ readonly said: string; readonly heard: string } | undefined> {
  const english = lines.flatMap(({ placed: { line }, result, utterance }) =>
    'unsaid' in result || primaryLanguage(line.language) !== 'en'
      ? []
      : [
          {
            text: line.text,
            sound: { pcm: result.pcm, sampleRate: result.sampleRate },
            label: utterance.text,
          },
        ],
  );
  if (english.length === 0) return undefined;
  const texts = await Promise.all(
    english.map(
      async ({ sound, label }) =>
        (await build.step(transcribe, sound, { label: `“${excerpt(label)}”` })).heard,
    ),
  );
  return { said: english.map(({ text }) => text).join(' '), heard: texts.join(' ') };
}
